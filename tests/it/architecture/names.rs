//! What a file names: every path in it, with `use` trees taken apart, and `self` and `super` resolved.

use proc_macro2::{Delimiter, TokenTree};

use super::source::{Source, is_punct};

/// A path, such as `["crate", "store", "Store"]` or `["std", "fs"]`.
pub(super) type Name = Vec<String>;

/// Heads of paths that lead to modules; alone, they say how far an item can be seen.
const MODULES: [&str; 3] = ["crate", "self", "super"];

/// Every path a file names. Paths that begin in the file's own module begin with its name.
pub(super) fn names(source: &Source) -> Vec<Name> {
    let mut found = Vec::new();
    collect(&source.tokens, &mut found);
    let module: Vec<String> = ["crate".to_owned()]
        .into_iter()
        .chain(source.module.clone())
        .collect();
    found
        .into_iter()
        .filter(|name| name.len() > 1 || !MODULES.contains(&name.concat().as_str()))
        .map(|name| resolved(name, &module))
        .collect()
}

fn resolved(name: Name, module: &[String]) -> Name {
    let up = name.iter().take_while(|part| *part == "super").count();
    let own = name.first().is_some_and(|part| part == "self");
    if up == 0 && !own {
        return name;
    }
    let base = module.len().saturating_sub(up);
    let rest = name.iter().skip(up.max(usize::from(own)));
    module.iter().take(base).chain(rest).cloned().collect()
}

fn collect(tokens: &[TokenTree], found: &mut Vec<Name>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let TokenTree::Group(group) = token {
            collect(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
        at = match token {
            TokenTree::Ident(_) => path(tokens, at, &[], found),
            _ => at + 1,
        };
    }
}

/// Reads the path that begins here, and says where it ends.
fn path(tokens: &[TokenTree], mut at: usize, before: &[String], found: &mut Vec<Name>) -> usize {
    let mut name = before.to_vec();
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(ident)) => name.push(ident.to_string()),
            Some(TokenTree::Group(group))
                if group.delimiter() == Delimiter::Brace && !name.is_empty() =>
            {
                tree(
                    &group.stream().into_iter().collect::<Vec<_>>(),
                    &name,
                    found,
                );
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        if !(is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')) {
            break;
        }
        at += 2;
    }
    found.push(name);
    at
}

fn tree(tokens: &[TokenTree], before: &[String], found: &mut Vec<Name>) {
    for part in tokens.split(|token| is_punct(Some(token), ',')) {
        path(part, 0, before, found);
    }
}
