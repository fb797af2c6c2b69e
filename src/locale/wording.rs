//! A locale as the dialog looks words up in it.

use crate::domain::dialog::Wording;
use crate::domain::message::Message;
use crate::locale::Locale;

impl Wording for Locale {
    fn text(&self, id: &str) -> Option<String> {
        self.has(id)
            .then(|| self.render(&Message::new(id.to_owned())))
    }

    fn listed(&self, id: &str, attribute: &str) -> Vec<String> {
        Self::listed(self, id, attribute)
    }

    fn tag(&self) -> &str {
        Self::tag(self)
    }
}
