//! Where things stand in authored files. The files were read and checked before; here only their lines are looked at.

/// The line, from 1, of the table of this kind with this id; where there is none, the first line.
pub(super) fn table(text: &str, kind: &str, id: &str) -> usize {
    span(text, kind, id).map_or(1, |(first, _)| first)
}

/// The line within that table that names `inner`; where none does, that of the table.
pub(super) fn within(text: &str, kind: &str, id: &str, inner: &str) -> usize {
    let Some((first, last)) = span(text, kind, id) else {
        return 1;
    };
    let quoted = format!("\"{inner}\"");
    let own = text
        .lines()
        .enumerate()
        .skip(first)
        .take(last.saturating_sub(first));
    let mut named = own.filter(|(_, line)| line.contains(&quoted));
    named.next().map_or(first, |(at, _)| at.saturating_add(1))
}

/// The lines of a table: that of its id, and the last before the next table, from 1.
fn span(text: &str, kind: &str, id: &str) -> Option<(usize, usize)> {
    let header = format!("[[{kind}]]");
    let mut found = None;
    let mut inside = false;
    let mut last = 0;
    for (line, number) in text.lines().zip(1_usize..) {
        if line.starts_with('[') {
            if found.is_some() {
                break;
            }
            inside = line.trim() == header;
        } else if inside && found.is_none() && is_id(line, id) {
            found = Some(number);
        }
        last = number;
    }
    found.map(|first| (first, last))
}

fn is_id(line: &str, id: &str) -> bool {
    let value = line.split_once('=').filter(|(key, _)| key.trim() == "id");
    value.is_some_and(|(_, value)| value.trim().trim_matches('"') == id)
}

/// Every text of a file of words with its line from 1: `id`, or `id.attribute`.
pub(super) fn messages(text: &str) -> Vec<(String, usize)> {
    let mut all = Vec::new();
    let mut message = String::new();
    for (line, number) in text.lines().zip(1_usize..) {
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim_end();
        if name.starts_with(|first: char| first.is_ascii_alphabetic()) && is_name(name) {
            message = name.to_owned();
            let has_value = !value.trim().is_empty() || follows(text, number);
            all.extend(has_value.then(|| (message.clone(), number)));
        } else if let Some(attribute) = name
            .trim_start()
            .strip_prefix('.')
            .filter(|one| is_name(one))
        {
            all.push((format!("{message}.{attribute}"), number));
        }
    }
    all
}

/// Whether the value of a message stands on the line after this one.
fn follows(text: &str, number: usize) -> bool {
    let next = text.lines().nth(number).unwrap_or_default();
    next.starts_with(' ') && !next.trim_start().starts_with('.')
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|one| one.is_ascii_alphanumeric() || matches!(one, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTHORED: &str = "[[fact]]\nid = \"a\"\nvalues = [\n  \"x\",\n  \"y\",\n]\n[[step]]\nfact = \"a\"\nid = \"a\"\n";

    #[test]
    fn a_table_is_found_by_its_kind_and_id_and_a_value_within_it() {
        assert_eq!(table(AUTHORED, "fact", "a"), 2);
        assert_eq!(table(AUTHORED, "step", "a"), 9);
        assert_eq!(within(AUTHORED, "fact", "a", "y"), 5);
        assert_eq!(within(AUTHORED, "step", "a", "y"), 9);
        assert_eq!(table(AUTHORED, "step", "b"), 1);
    }

    #[test]
    fn texts_are_found_with_their_attributes() {
        let text = "# c\nask = Which?\n    .help = Because\nonly =\n    .short = x\nlong =\n    words = and more\n";
        let expected = [("ask", 2), ("ask.help", 3), ("only.short", 5), ("long", 6)];
        let expected = expected.map(|(id, line)| (id.to_owned(), line));
        assert_eq!(messages(text), expected);
    }
}
