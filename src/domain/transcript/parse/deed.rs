//! Directives: what happens besides typing.

use crate::domain::authored::{Faults, suggest};
use crate::domain::dialog::Wake;
use crate::domain::transcript::model::Deed;
use crate::domain::transcript::parse::header;
use crate::domain::transcript::parse::line::Line;

/// Each directive, and how it is written.
const FORMS: [(&str, &str); 9] = [
    ("advance", "`! advance 14 days`"),
    ("restart", "`! restart`"),
    ("kill", "`! kill`"),
    ("duplicate", "`! duplicate`"),
    ("stale", "`! stale 3`"),
    ("policy", "`! policy NAME`"),
    ("locale", "`! locale es-US`"),
    ("hand-over", "`! hand-over console`"),
    ("wake", "`! wake remind`, `! wake nudge` or `! wake expire`"),
];

/// Reads what follows the `!`.
pub(super) fn read(line: &Line<'_>, faults: &mut Faults) -> Option<Deed> {
    let content = line.content();
    let (name, rest) = content
        .split_at(' ')
        .unwrap_or((content, content.after(content.text.len())));
    let Some((_, form)) = FORMS.iter().find(|(known, _)| *known == name.text) else {
        unknown(&name, faults);
        return None;
    };
    let deed = deed(name.text, &rest, faults);
    if deed.is_none() {
        faults
            .error(
                content.span(),
                format!("`{}` is not written like this", name.text),
            )
            .help(format!("write {form}"));
    }
    deed
}

fn unknown(name: &Line<'_>, faults: &mut Faults) {
    let names = FORMS.iter().map(|(known, _)| *known);
    let meant = suggest(name.text, names.clone());
    let known = || {
        format!(
            "there are {}",
            names
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        )
    };
    faults
        .error(name.span(), format!("unknown directive `{}`", name.text))
        .help(meant.unwrap_or_else(known));
}

fn deed(name: &str, rest: &Line<'_>, faults: &mut Faults) -> Option<Deed> {
    match name {
        "advance" => days(rest.text).map(Deed::Advance),
        "stale" => rest
            .text
            .parse()
            .ok()
            .filter(|count| *count > 0)
            .map(Deed::Stale),
        "policy" => Some(Deed::Policy(rest.text.into())).filter(|_| !rest.text.is_empty()),
        "locale" => header::word(rest, faults).map(Deed::Locale),
        "hand-over" => header::word(rest, faults).map(Deed::HandOver),
        "wake" => wake(rest.text).map(Deed::Wake),
        _ if !rest.text.is_empty() => None,
        "restart" => Some(Deed::Restart),
        "kill" => Some(Deed::Kill),
        _ => Some(Deed::Duplicate),
    }
}

fn wake(text: &str) -> Option<Wake> {
    match text {
        "remind" => Some(Wake::Remind),
        "nudge" => Some(Wake::Nudge),
        "expire" => Some(Wake::Expire),
        _ => None,
    }
}

/// The longest time that can go by at once, in days: ten years.
const LONGEST: i32 = 3660;

fn days(text: &str) -> Option<i32> {
    let (count, unit) = text.split_once(' ')?;
    let count = count
        .parse()
        .ok()
        .filter(|count| (1..=LONGEST).contains(count))?;
    let factor = match unit.trim() {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        _ => return None,
    };
    Some(count)
        .filter(|count: &i32| count.saturating_mul(factor) <= LONGEST)
        .map(|count| count.saturating_mul(factor))
}
