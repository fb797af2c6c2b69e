//! Faults of `policy.toml`.

use super::Mutant;
use super::condition::Known;
use super::edit::Edits;
use super::tree::{Node, Tree, parse};

/// Every fault that is put into a policy, in the order of the file. A text that is not TOML has none.
#[must_use]
pub fn of_policy(text: &str) -> Vec<Mutant> {
    let Some(policy) = parse(text) else {
        return Vec::new();
    };
    let known = Known::of(&policy);
    let mut edits = Edits::new(text);
    edits.subject(&policy);
    for (table, faults) in ENTRIES {
        for entry in policy.entries(table) {
            edits.enter(table, entry.text_of("id"));
            faults(&mut edits, &known, entry);
        }
    }
    edits.citations(&policy);
    for (table, fault) in DROPPED {
        edits.drop_entries(fault, table, policy.entries(table));
    }
    let mut found = edits.found;
    found.sort_by_key(|one| (one.span.start, one.span.end));
    found.dedup();
    found
}

/// The faults of one entry.
type Faults = fn(&mut Edits<'_>, &Known, &Node);

/// The faults of the entries of each table.
const ENTRIES: [(&str, Faults); 8] = [
    ("fact", |edits, _, entry| edits.fact(entry)),
    ("constraint", |edits, _, entry| edits.constraint(entry)),
    ("reading", |edits, known, entry| edits.reading(known, entry)),
    ("criterion", |edits, known, entry| {
        edits.criterion(known, entry);
    }),
    ("part", |edits, known, entry| edits.criterion(known, entry)),
    ("rule", |edits, _, entry| edits.rule(entry)),
    ("document", |edits, _, entry| {
        edits.lists(entry, &[("shows", "a document shows less")]);
    }),
    ("note", |edits, known, entry| edits.note(known, entry)),
];

/// Tables of which each entry is left out once.
const DROPPED: [(&str, &str); 3] = [
    ("constraint", "a constraint is dropped"),
    ("document", "a document is dropped"),
    ("note", "a note is dropped"),
];

impl Edits<'_> {
    fn lists(&mut self, entry: &Node, keys: &[(&str, &'static str)]) {
        for (key, fault) in keys {
            if let Some(list) = entry.get(key) {
                self.drop_each(fault, list);
            }
        }
    }

    fn keys(&mut self, entry: &Node, keys: &[(&str, &'static str)]) {
        for (key, fault) in keys {
            if let Some(field) = entry.field(key) {
                self.drop_field(fault, field);
            }
        }
    }

    fn subject(&mut self, policy: &Node) {
        let Some(subject) = policy.get("subject") else {
            return;
        };
        self.enter("subject", None);
        self.lists(subject, &[("not_addressed", "a procedure is addressed")]);
        let level = subject.get("level");
        if let Some(count) = level.and_then(|level| level.field("count")) {
            self.drop_field("levels are not counted", count);
        }
        let regions = level.and_then(|level| level.get("regions"));
        for region in regions.map(Node::fields).unwrap_or_default() {
            let text = region.value.text().unwrap_or_default();
            let last = text.rfind(|letter: char| !letter.is_ascii_digit());
            let (before, number) = text.split_at(last.map_or(0, |place| place.saturating_add(1)));
            if let Ok(number) = number.parse::<u8>() {
                let less = format!("{before}{}", number.saturating_sub(1));
                self.put_text("a region ends one level earlier", &region.value, &less);
            }
        }
    }

    fn fact(&mut self, entry: &Node) {
        if let Some(open) = entry.get("open") {
            self.drop_each("a value is no longer open", open);
        }
        self.keys(entry, &[("stated_by", "no longer stated by the request")]);
        if let Some(range) = entry.get("range") {
            for bound in range.items() {
                self.around("another range", bound);
            }
        }
    }

    fn constraint(&mut self, entry: &Node) {
        let clocks = (entry.get("fact"), entry.get("starts_no_earlier_than"));
        if let (Some(one), Some(other)) = clocks {
            let fault = "the clocks of a constraint are exchanged";
            self.exchange(fault, one.span.clone(), other.span.clone());
        }
    }

    fn reading(&mut self, known: &Known, entry: &Node) {
        let name = entry.text_of("id").unwrap_or_default();
        if let Some(default) = entry.get("default")
            && let Some(other) = known.other(name, default.text().unwrap_or_default())
        {
            self.put_text("another default reading", default, other);
        }
        if let Some(values) = entry.get("values") {
            self.exchange_each("strict and lenient are exchanged", values.items());
        }
    }

    fn criterion(&mut self, known: &Known, entry: &Node) {
        if let Some(met) = entry.get("met") {
            self.condition(known, met);
        }
        let Some(list) = entry.field("list") else {
            return;
        };
        self.drop_field("a list is no longer named", list);
        if let Some(kind) = list.value.get("kind") {
            let other = if kind.text() == Some("open") {
                "closed"
            } else {
                "open"
            };
            self.put_text("an open list is closed, or a closed one open", kind, other);
        }
        self.lists(&list.value, &[("of", "a list is about less")]);
    }

    fn rule(&mut self, entry: &Node) {
        self.lists(
            entry,
            &[
                ("procedures", "a procedure loses its rule"),
                ("requires", "a requirement is dropped"),
                ("paths", "a path is dropped"),
            ],
        );
        for path in entry.entries("paths") {
            self.lists(path, &[("all", "a criterion of a path is dropped")]);
        }
        if let Some(otherwise) = entry.get("otherwise") {
            self.lists(
                otherwise,
                &[("tec", "a criterion of the technology evaluation is dropped")],
            );
        }
        self.keys(
            entry,
            &[("handled_as", "no longer handled as another rule")],
        );
    }

    fn note(&mut self, known: &Known, entry: &Node) {
        self.lists(
            entry,
            &[
                ("procedures", "a note is for fewer procedures"),
                ("dispositions", "a note is for fewer dispositions"),
            ],
        );
        let fault = "a note loses its condition";
        let keys = [
            "procedures",
            "dispositions",
            "when",
            "when_not_met",
            "unless_not_met",
            "together",
            "levels",
            "items",
        ];
        self.keys(entry, &keys.map(|key| (key, fault)));
        self.keys(
            entry,
            &[
                ("if_open", "a note loses its form for what is not known"),
                ("place", "a note stands elsewhere"),
            ],
        );
        if let Some(when) = entry.get("when") {
            self.condition(known, when);
        }
    }

    /// Each citation gives way to another one of the file.
    fn citations(&mut self, policy: &Node) {
        let rules = policy.entries("rule").iter();
        let evaluations = rules.filter_map(|rule| rule.get("otherwise")?.get("tec"));
        let evaluations: Vec<&Node> = evaluations.flat_map(Node::items).collect();
        let mut all: Vec<(String, Option<String>, Node)> = Vec::new();
        for field in policy.fields() {
            // A criterion of the technology evaluation that no rule names is never cited.
            let said = field
                .value
                .items()
                .iter()
                .filter(|entry| match entry.get("number") {
                    Some(number) => evaluations
                        .iter()
                        .any(|one| self.written(one) == self.written(number)),
                    None => true,
                });
            for entry in said {
                let name = entry.text_of("id").map(str::to_owned);
                let own = [
                    entry.get("cite"),
                    entry.get("otherwise").and_then(|one| one.get("cite")),
                ];
                for cite in own.into_iter().flatten() {
                    let each = cite.fields().iter().map(|field| &field.value);
                    let each = each.chain([cite]).filter(|one| one.text().is_some());
                    all.extend(each.map(|one| (field.key.clone(), name.clone(), one.clone())));
                }
            }
        }
        for (place, (table, name, cite)) in all.iter().enumerate() {
            let others = all.iter().cycle().skip(place.saturating_add(1));
            let mut others = others.take(all.len()).map(|(_, _, other)| other);
            let other = others.find(|other| other.text() != cite.text());
            if let (Tree::Text(_), Some(other)) = (&cite.tree, other) {
                self.enter(table, name.as_deref());
                let other = other.text().unwrap_or_default();
                self.put_text("another citation", cite, other);
            }
        }
    }
}
