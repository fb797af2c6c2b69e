//! A conversation that shows something, as a transcript ready to be saved and replayed.

use crate::lab::Lab;
use crate::lab::verify::Broken;

impl Lab<'_> {
    /// The transcript of a conversation that shows what is broken.
    #[must_use]
    pub fn transcript(&self, broken: &Broken) -> String {
        let shows = format!("{}: {}", broken.property.as_str(), broken.what);
        self.script(&shows, &broken.said)
    }

    /// A transcript of what is typed. What is said in return is not in it: `preauth replay --bless` fills it in.
    #[must_use]
    pub fn script(&self, shows: &str, said: &[String]) -> String {
        let mut text = format!(
            "# {shows}.\nlocale: {}\ntoday: {}\nchannel: terminal\npolicy: {}\n\n",
            self.tag,
            self.today,
            self.policy.name(),
        );
        if said.is_empty() {
            text.push_str("< ...\n");
        }
        for said in said {
            text.push_str(&format!("> {said}\n"));
        }
        text
    }
}
