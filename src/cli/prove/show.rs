//! What was proved, as text and as JSON.

use std::fmt::Write as _;

use serde_json::json;

use super::Proof;
use super::certificate::Certificate;
use crate::cli::report::{counted, grouped};
use crate::lab::verify::Property;
use crate::turn::Offering;

/// What a property says, for the author.
fn sentence(property: Property) -> &'static str {
    match property {
        Property::Ends => "every conversation ends in a disposition",
        Property::Heard => "what is offered is understood as what it says, in every language",
        Property::Agrees => "the disposition is the evaluator's on the same facts",
        Property::Reached => "every step, choice and message of the dialog is reached",
        Property::Seen => "every criterion is seen met, not met and open; every reading decides",
        Property::Needed => "no question is asked whose answer cannot matter",
        Property::Back => "going back leads to where one was",
        Property::Edit => {
            "a changed answer leads to where what still counts would have led at first"
        }
        Property::Resume => "a session that is taken up again stands where it stood",
    }
}

/// Counts, means, what holds, and the shortest conversation for whatever does not.
pub(super) fn people(offering: &Offering, proof: &Proof) -> String {
    let counts = &proof.counts;
    let mut text = format!(
        "{}: one item, every conversation the policy can tell apart\n",
        offering.policy.name()
    );
    let _ = writeln!(
        text,
        "  {} conversations, {} more until a contradiction is mended; {} and {}",
        grouped(counts.paths),
        grouped(counts.contradictions),
        counted(counts.places, "place"),
        counted(counts.ways, "way"),
    );
    let _ = writeln!(
        text,
        "  the longest asks {}",
        counted(counts.longest, "question")
    );
    let (every, exact) = (counts.mean, counts.mean_on_record);
    let _ = writeln!(
        text,
        "  on average, each answer as likely as another: {:.2} questions, {:.2} with everything on record",
        every.all, exact.all
    );
    let least = proof
        .least
        .map_or("not worked out".into(), |least| format!("{least:.2}"));
    let _ = writeln!(
        text,
        "  about facts alone, on record: {:.2}; the least that settles the same: {least}",
        exact.facts
    );
    let verdict = &proof.verdict;
    let _ = writeln!(
        text,
        "  {} answers changed; {} questions only say what is missing, {} only complete what a stricter reading needs",
        verdict.edits, verdict.sharpening, verdict.completing
    );
    for property in Property::ALL {
        let holds = if verdict.holds(property) {
            "holds"
        } else {
            "FAILS"
        };
        let _ = writeln!(
            text,
            "  {:<8} {holds}  {}",
            property.as_str(),
            sentence(property)
        );
    }
    let _ = writeln!(text, "  {:.1} seconds", proof.seconds);
    shown(&mut text, &proof.transcripts);
    text
}

/// The conversations, and what to do with them.
fn shown(text: &mut String, transcripts: &[String]) {
    for transcript in transcripts {
        let _ = write!(text, "\n{transcript}");
    }
    if !transcripts.is_empty() {
        text.push_str(
            "\nSave one to a file: `preauth replay --bless FILE` fills in what is said.\n",
        );
    }
}

/// One JSON object; `transcripts` are those of the proof with all that is said.
pub(super) fn json(proof: &Proof, transcripts: &[String], certificate: &Certificate) -> String {
    let verdict = &proof.verdict;
    let properties = Property::ALL.iter().map(|property| {
        json!({ "property": property.as_str(), "says": sentence(*property), "holds": verdict.holds(*property) })
    });
    let broken = verdict.broken.iter().zip(transcripts).map(|(one, transcript)| {
        json!({ "property": one.property.as_str(), "what": one.what, "said": one.said, "transcript": transcript })
    });
    let value = json!({
        "certificate": certificate.value(),
        "least_mean_on_record": proof.least,
        "edits": verdict.edits,
        "sharpening_questions": verdict.sharpening,
        "completing_questions": verdict.completing,
        "properties": properties.collect::<Vec<_>>(),
        "broken": broken.collect::<Vec<_>>(),
        "seconds": proof.seconds,
    });
    format!("{value:#}\n")
}
