//! Each property broken once on purpose. What no authored file can break is broken in what was walked.

use preauth::domain::dialog::event::Event;
use preauth::domain::message::Message;
use preauth::lab::Lab;
use preauth::lab::verify::{Property, Verdict};
use preauth::lab::walk::Stands;
use preauth::library::Authored;
use preauth::turn::Offering;

use super::{DIALOG, POLICY, Small};

#[track_caller]
fn broken(verdict: &Verdict, property: Property, what: &str) {
    let mut own = verdict.broken.iter().filter(|one| one.property == property);
    let found = own.any(|one| one.what.contains(what));
    assert!(found, "{property:?} {what}: {:#?}", verdict.broken);
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn a_conversation_that_does_not_end_is_told() {
    let small = Small::new(POLICY, DIALOG);
    let (verdict, _) = small.wrong(|_, walk| {
        let last = walk
            .places
            .iter()
            .rposition(|place| !place.ways.is_empty())
            .unwrap();
        walk.places[last].ways[0].to = last;
    });
    broken(&verdict, Property::Ends, "comes to the same place again");
    let (verdict, transcripts) = small.wrong(|_, walk| {
        walk.places[3].stands = Stands::Stuck("nowhere".into());
    });
    broken(&verdict, Property::Ends, "stands at nowhere");
    assert!(
        transcripts
            .iter()
            .any(|text| text.contains("\n> procedure infusion\n")),
        "{transcripts:?}"
    );
}

#[test]
fn a_choice_that_is_read_as_something_else_is_told() {
    let small = Small::with(POLICY, DIALOG, |text| {
        replaced(
            &text,
            "choice-scan-negative = scan negative\n",
            "choice-scan-negative = help\n",
        )
    });
    let (verdict, transcripts) = small.wrong(|_, _| {});
    broken(&verdict, Property::Heard, "was taken as");
    assert!(
        transcripts.iter().any(|text| text.contains("\n> help\n")),
        "{transcripts:?}"
    );
}

#[test]
fn a_choice_that_another_language_reads_as_something_else_is_told() {
    let small = Small::with(POLICY, DIALOG, |text| text);
    let mut library = small.library.clone();
    for file in &mut library.locales {
        if file.tag == "es-US" && file.name == "small-policy.ftl" {
            let text = replaced(
                &file.file.text,
                "choice-scan-negative = scan negative\n",
                "choice-scan-negative = ayuda\n",
            );
            file.file = Authored::new(file.path(), text);
        }
    }
    let folder = &library.policies["small-policy"];
    let (offering, faults) = Offering::load(folder, &library.locales, &[]);
    let small = Small {
        offering: offering.unwrap_or_else(|| panic!("{faults:#?}")),
        library,
    };
    let (walk, mut verdict) = small.lab(|lab| {
        let walk = lab.walk(&|_| {});
        let verdict = lab.verify(&walk, &|_| {});
        (walk, verdict)
    });
    assert!(verdict.holds(Property::Heard), "{:#?}", verdict.broken);
    let (locale, words) = (
        small.offering.locale("es-US"),
        small.offering.words("es-US"),
    );
    let say = |message: &Message| locale.render(message);
    small.lab(|lab| {
        let other = Lab {
            words: words.unwrap(),
            say: &say,
            tag: "es-US",
            ..lab.clone()
        };
        other.hears(&walk, &mut verdict);
    });
    broken(&verdict, Property::Heard, "in es-US, `ayuda` was taken as");
}

#[test]
fn a_disposition_that_is_not_the_evaluators_is_told() {
    let small = Small::new(POLICY, DIALOG);
    let other = Small::new(
        &replaced(
            POLICY,
            "{ fact = \"scan\", is = \"positive\" }",
            "{ fact = \"scan\", is = \"negative\" }",
        ),
        DIALOG,
    );
    let (verdict, transcripts) = small.wrong(|lab, _| lab.chart = other.offering.policy.chart());
    broken(&verdict, Property::Agrees, "the evaluator says");
    assert!(!transcripts.is_empty());
}

#[test]
fn a_document_that_nobody_is_asked_for_is_told() {
    let more = "[[fact]]\nid = \"extra\"\nkind = \"flag\"\n\n[[document]]\nid = \"letter\"\nshows = [\"extra\"]\n";
    let note =
        "\n[[note]]\nid = \"extra\"\ncite = \"Policy\"\nwhen = { fact = \"extra\", is = true }\n";
    let step = "\n[[step]]\nid = \"extra\"\nkind = \"yes_no\"\nfact = \"extra\"\nper = \"request\"\n\
        asked = \"on_request\"\nsupplied_by = \"clinician\"\n";
    let small = Small::new(
        &format!("{POLICY}\n{more}{note}"),
        &format!("{DIALOG}{step}"),
    );
    let (verdict, _) = small.wrong(|_, _| {});
    broken(&verdict, Property::Reached, "`letter`");
}

#[test]
fn a_criterion_that_is_never_missed_is_told() {
    let met = "met = { fact = \"score\", at_least = 7 }";
    let always = "met = { any = [{ fact = \"score\", at_least = 7 }, { reading = \"image\", is = \"pain_suffices\" }] }";
    let small = Small::new(&replaced(POLICY, met, always), DIALOG);
    let (verdict, _) = small.wrong(|_, _| {});
    broken(&verdict, Property::Seen, "`severe` is never not met");
}

#[test]
fn a_question_in_vain_is_told() {
    let small = Small::new(POLICY, DIALOG);
    let note =
        "\n[[note]]\nid = \"pain\"\ncite = \"Policy\"\nwhen = { fact = \"pain\", is = true }\n";
    let (pain, score) = (
        "{ fact = \"pain\", is = true }",
        "{ fact = \"score\", at_least = 7 }",
    );
    let other = format!("{}{note}", replaced(POLICY, pain, score));
    let (chart, refused) = preauth::domain::policy::parse("policy.toml", &other);
    let Some(chart) = chart else {
        panic!("{refused:#?}")
    };
    let (verdict, _) = small.wrong(|lab, _| lab.chart = chart.chart());
    broken(&verdict, Property::Needed, "no answer to the step `pain`");
}

#[test]
fn a_way_back_that_leads_elsewhere_is_told() {
    let small = Small::new(POLICY, DIALOG);
    let (verdict, transcripts) = small.wrong(|_, walk| {
        let place = walk.places.last_mut().unwrap();
        let entries = Vec::new();
        let on = place.session.last_day.unwrap();
        place.session.turn(&[Event::Proposed {
            entries,
            left: Vec::new(),
            on,
        }]);
    });
    broken(&verdict, Property::Back, "somewhere else");
    assert!(
        transcripts.iter().any(|text| text.ends_with("> /back\n")),
        "{transcripts:?}"
    );
}

#[test]
fn a_changed_answer_that_leads_elsewhere_is_told() {
    let step = "id = \"score\"\nkind = \"number\"\n";
    let again = replaced(DIALOG, step, &format!("{step}recheck = true\n"));
    let small = Small::new(POLICY, &again);
    let (verdict, transcripts) = small.wrong(|lab, walk| {
        // All was told long ago, and is to be confirmed again: not so where it is told at first.
        let before = lab.today.plus(-400);
        for place in &mut walk.places {
            place.session.resumed = Some((before, lab.today));
            let told = place.session.answers.values_mut();
            told.for_each(|told| told.on = before);
        }
    });
    broken(&verdict, Property::Edit, "leads to another place");
    assert!(
        transcripts.iter().any(|text| text.contains("\n> change ")),
        "{transcripts:?}"
    );
}

#[test]
fn a_session_that_is_taken_up_elsewhere_is_told() {
    let small = Small::new(POLICY, DIALOG);
    let (verdict, _) = small.wrong(|_, walk| {
        let place = walk.places.last_mut().unwrap();
        place.from.as_mut().unwrap().turns.clear();
    });
    broken(&verdict, Property::Resume, "stands somewhere else");
}
