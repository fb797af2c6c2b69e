//! A conversation that shows something, as a transcript ready to be saved and replayed.

use crate::lab::Lab;
use crate::lab::verify::Broken;

impl Lab<'_> {
    /// The transcript of a conversation that shows what is broken. What is said in return is left open: `preauth replay
    /// --bless` writes it down.
    #[must_use]
    pub fn transcript(&self, broken: &Broken) -> String {
        let mut text = format!(
            "# {}: {}.\nlocale: {}\ntoday: {}\nchannel: terminal\npolicy: {}\n\n< ...\n",
            broken.property.as_str(),
            broken.what,
            self.tag,
            self.today,
            self.policy.name(),
        );
        for said in &broken.said {
            text.push_str(&format!("> {said}\n< ...\n"));
        }
        text
    }
}
