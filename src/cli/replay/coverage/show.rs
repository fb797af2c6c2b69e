//! Coverage as text, as JSON and as lcov's records.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::json;

use super::percent;
use super::points::Point;

/// The kinds of things, in the order in which they are told.
const GROUPS: [&str; 7] = [
    "steps",
    "choices",
    "criteria",
    "readings",
    "thresholds",
    "verbs",
    "messages",
];

/// Counts for each kind of thing, then everything that is missing with its place.
pub(super) fn people(points: &[Point]) -> String {
    let mut text = format!("coverage: {} %\n", percent(points));
    for group in GROUPS {
        let own = points.iter().filter(|point| point.group == group);
        let (all, covered) = (
            own.clone().count(),
            own.clone().filter(|point| point.count > 0).count(),
        );
        let _infallible = writeln!(text, "  {group}: {covered} of {all}");
        for point in own.filter(|point| point.count == 0) {
            let _infallible = writeln!(text, "    {}:{}: {}", point.file, point.line, point.name);
        }
    }
    text
}

/// One object: a share for each kind of thing, and every point.
pub(super) fn json(points: &[Point]) -> String {
    let groups = GROUPS.map(|group| {
        let own = points.iter().filter(|point| point.group == group);
        let covered = own.clone().filter(|point| point.count > 0).count();
        (
            group.to_owned(),
            json!({ "all": own.count(), "covered": covered }),
        )
    });
    let each = points.iter().map(|point| {
        json!({ "group": point.group, "name": point.name, "file": point.file, "line": point.line, "count": point.count })
    });
    let value = json!({
        "percent": percent(points),
        "groups": serde_json::Map::from_iter(groups),
        "points": each.collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

/// A record for each file: a line is hit as often as what stands on it, each thing on it is a branch.
pub(super) fn lcov(points: &[Point]) -> String {
    let mut files: BTreeMap<&str, BTreeMap<usize, Vec<&Point>>> = BTreeMap::new();
    for point in points {
        let lines = files.entry(&point.file).or_default();
        lines.entry(point.line).or_default().push(point);
    }
    let mut text = String::new();
    for (file, lines) in &files {
        let _infallible = writeln!(text, "TN:\nSF:{file}");
        let (mut hit, mut branches, mut taken) = (0_usize, 0_usize, 0_usize);
        for (line, own) in lines {
            for (number, point) in own.iter().enumerate() {
                let count = match point.count {
                    0 => "-".to_owned(),
                    count => count.to_string(),
                };
                let _infallible = writeln!(text, "BRDA:{line},0,{number},{count}");
                branches = branches.saturating_add(1);
                taken = taken.saturating_add(usize::from(point.count > 0));
            }
        }
        let _infallible = writeln!(text, "BRF:{branches}\nBRH:{taken}");
        for (line, own) in lines {
            let most = own.iter().map(|point| point.count).max().unwrap_or(0);
            hit = hit.saturating_add(usize::from(most > 0));
            let _infallible = writeln!(text, "DA:{line},{most}");
        }
        let _infallible = writeln!(text, "LF:{}\nLH:{hit}\nend_of_record", lines.len());
    }
    text
}
