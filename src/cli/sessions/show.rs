//! `preauth sessions show`: all answers of a session and its assessment.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value as Plain;

use crate::channel::terminal::Page;
use crate::cli::load;
use crate::cli::sessions::{Kept, Stop, standing};
use crate::cli::view;
use crate::domain::day::Day;
use crate::domain::dialog::CaseReference;
use crate::domain::policy::json::{Answer, Pin};
use crate::turn::{App, Outgoing, Rendered};

/// A session with its assessment.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    reference: String,
    state: &'static str,
    turns: u64,
    as_of: Day,
    items: Vec<ShownItem<'a>>,
}

/// An item with its assessment.
#[derive(Debug, Serialize)]
struct ShownItem<'a> {
    procedure: &'a str,
    level: Option<String>,
    assessment: Answer<'a>,
}

impl Kept {
    pub(super) fn show(&self, case: CaseReference, today: Day) -> Result<(), Stop> {
        let store = Arc::new(self.open()?);
        let mut apps = self.apps(store)?;
        let app = apps.of(case)?;
        let looked = self.looked(app, case, today)?;
        let mut out = io::stdout().lock();
        if self.json {
            json(&mut out, app, (case, today), &looked)?;
            return Ok(writeln!(out)?);
        }
        let locale = app.offering().locale(&looked.locale);
        let seen = out.is_terminal();
        let page = Page {
            width: seen.then(view::columns),
            styled: seen && view::colors(),
            typed: false,
        };
        page.write(&mut out, &Rendered::new(&looked.reply, locale))?;
        Ok(out.flush()?)
    }
}

fn json(
    out: &mut impl Write,
    app: &App,
    (case, today): (CaseReference, Day),
    looked: &Outgoing,
) -> io::Result<()> {
    let policy = &app.offering().policy;
    let pin: Pin = load::pin(policy, app.offering().pins().policy_digest.clone());
    let id = Plain::from(case.to_string());
    let items = looked.states.iter().map(|state| ShownItem {
        procedure: state.item.procedure.as_str(),
        level: state.item.level.map(|level| level.to_string()),
        assessment: Answer::new((policy, &pin), (&id, &state.facts), &state.assessment),
    });
    let shown = Shown {
        reference: case.to_string(),
        state: standing(looked),
        turns: looked.version,
        as_of: today,
        items: items.collect(),
    };
    serde_json::to_writer(out, &shown).map_err(io::Error::from)
}
