//! What is typed in the place of what was read back: it replaces what it corrects, adds to it, or takes from it.

use crate::domain::dialog::event::{Answer, Entry, Scope};
use crate::domain::dialog::interpret::Context;
use crate::domain::dialog::item::View;
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::StepKind;
use crate::domain::dialog::position::Position;
use crate::domain::dialog::session::Session;
use crate::domain::dialog::typed::levels::{Mention, Stands, meant, mentions};
use crate::domain::dialog::typed::{Spotted, adds, begins_with_no, puts_right};
use crate::domain::dialog::vocabulary::Cue;
use crate::domain::name::ValueName;

/// The levels that a text means and those that it denies.
struct Said {
    told: Vec<Level>,
    denied: Vec<Level>,
}

impl Said {
    /// A no that denies what nobody named is a no to what was read back.
    fn of(mentions: &[Mention], known: &[Level], says_no: bool) -> Self {
        let told = meant(mentions);
        let denied = mentions.iter().filter(|one| one.stands == Stands::Denied);
        let denied: Vec<Level> = denied.flat_map(|one| one.levels.iter().copied()).collect();
        let of_nobody = !denied.iter().any(|level| known.contains(level));
        if told.is_empty() && says_no && of_nobody {
            let (told, denied) = (denied, Vec::new());
            return Self { told, denied };
        }
        Self { told, denied }
    }

    fn denies_one_of(&self, own: &[Level]) -> bool {
        self.denied.iter().any(|level| own.contains(level))
    }
}

impl Context<'_> {
    /// Whether what is typed stands beside procedures or levels that wait for a yes.
    pub(super) fn corrects(&self) -> bool {
        let pending = self.view.session.pending.as_deref().unwrap_or_default();
        let subject =
            |entry: &Entry| matches!(entry.answer, Answer::Procedures(_) | Answer::Levels(_));
        *self.position == Position::ReadBack && pending.iter().any(subject)
    }

    /// The procedures and levels that a text puts in the place of those read back, and whether it names levels without
    /// telling whose they are.
    pub(super) fn correction(&self, text: &str, found: &Spotted<Cue>) -> (Vec<Entry>, bool) {
        let procedures = self.procedures_after(text, found);
        let mut entries: Vec<Entry> = self.procedures_entry(&procedures).into_iter().collect();
        let mentions = mentions(text, self.words.language);
        if mentions.is_empty() {
            entries.extend(self.levels_handed_on(&procedures));
            return (entries, false);
        }
        let known: Vec<Level> = self
            .scopes(&procedures)
            .iter()
            .flat_map(|one| self.own(one))
            .collect();
        let said = Said::of(&mentions, &known, begins_with_no(text));
        let whose = self.whose(text, found, &procedures, &said);
        for (scope, told) in whose.iter().flatten() {
            let own = self.own(scope);
            let share = Said {
                told: told.clone(),
                denied: said.denied.clone(),
            };
            if let Some(levels) = self.levels_after(text, &own, &share) {
                let places = self.places_beside(scope, &levels, &entries);
                entries.extend(self.levels_entry(scope.clone(), places));
            }
        }
        (entries, whose.is_none())
    }

    /// The procedures once a text has added to them, taken from them or replaced them.
    fn procedures_after(&self, text: &str, found: &Spotted<Cue>) -> Vec<ValueName> {
        let known = self.view.procedures();
        let mut named = self.named_procedures(found);
        let mut denied = self.procedures_of(&found.denied);
        if named.is_empty() && begins_with_no(text) && !denied.iter().any(|one| known.contains(one))
        {
            std::mem::swap(&mut named, &mut denied);
        }
        let fresh = named.iter().filter(|one| !known.contains(one)).cloned();
        let kept = known.iter().filter(|one| !denied.contains(one)).cloned();
        let sum: Vec<ValueName> = kept.chain(fresh).collect();
        let is_of_known = named.iter().all(|one| known.contains(one));
        let levels_only = is_of_known && !mentions(text, self.words.language).is_empty();
        if sum.is_empty() {
            known
        } else if named.is_empty() || adds(text) || levels_only || sum.len() < known.len() {
            sum
        } else {
            named
        }
    }

    /// Where the levels of these procedures are told.
    fn scopes(&self, procedures: &[ValueName]) -> Vec<Scope> {
        if procedures.is_empty() {
            return vec![Scope::Request];
        }
        procedures.iter().cloned().map(Scope::Procedure).collect()
    }

    fn own(&self, scope: &Scope) -> Vec<Level> {
        let own = match scope {
            Scope::Procedure(procedure) => self.view.levels_of(procedure),
            Scope::Request | Scope::Place(_) => self.view.levels_of_request(),
        };
        own.into_iter().flatten().map(|(_, level)| *level).collect()
    }

    /// Whose the levels are that a text names; nothing where it does not tell.
    fn whose(
        &self,
        text: &str,
        found: &Spotted<Cue>,
        procedures: &[ValueName],
        said: &Said,
    ) -> Option<Vec<(Scope, Vec<Level>)>> {
        let named = self.named_procedures(found);
        let all = self.scopes(if named.is_empty() { procedures } else { &named });
        let with_all = |scopes: Vec<Scope>| {
            let each = scopes.into_iter().map(|scope| (scope, said.told.clone()));
            Some(each.collect::<Vec<_>>())
        };
        if named.len() > 1 {
            let pairs = self.pairs(text, &named, &said.told);
            let pairs = pairs
                .or_else(|| (said.told.len() == 1).then(|| self.needing(&named, &said.told)))?;
            return Some(
                pairs
                    .into_iter()
                    .map(|(one, levels)| (Scope::Procedure(one), levels))
                    .collect(),
            );
        }
        let alike = |all: &[Scope]| {
            all.windows(2).all(|two| match two {
                [one, other] => self.own(one) == self.own(other),
                _ => true,
            })
        };
        let denied: Vec<Scope> = all
            .iter()
            .filter(|one| said.denies_one_of(&self.own(one)))
            .cloned()
            .collect();
        if alike(&all) {
            with_all(all)
        } else if !denied.is_empty() {
            with_all(denied)
        } else if self.tells(text) && !puts_right(text) {
            Some(Vec::new())
        } else {
            None
        }
    }

    /// The levels in the place of those read back; nothing where they stay as they are. Beside something that is told of
    /// it, a level is named in passing, unless a word puts something right.
    fn levels_after(&self, text: &str, own: &[Level], said: &Said) -> Option<Vec<Level>> {
        let left = own.iter().filter(|level| !said.denied.contains(level));
        let in_passing = || !own.is_empty() && self.tells(text) && !puts_right(text);
        let mut levels: Vec<Level> = if said.denies_one_of(own) || adds(text) {
            left.copied().collect()
        } else if said.told.is_empty() || in_passing() {
            return None;
        } else {
            Vec::new()
        };
        levels.extend(&said.told);
        levels.sort_unstable();
        levels.dedup();
        (levels != own).then_some(levels)
    }

    /// The levels of a procedure that another one took the place of.
    fn levels_handed_on(&self, procedures: &[ValueName]) -> Vec<Entry> {
        let known = self.view.procedures();
        let gone: Vec<&ValueName> = known
            .iter()
            .filter(|one| !procedures.contains(one))
            .collect();
        let [gone] = gone.as_slice() else {
            return Vec::new();
        };
        let levels = self.view.levels_of(gone).unwrap_or_default();
        let fresh = procedures.iter().filter(|one| !known.contains(one));
        let entries = fresh
            .filter_map(|one| self.levels_entry(Scope::Procedure(one.clone()), levels.to_vec()));
        entries.filter(|_| !levels.is_empty()).collect()
    }

    pub(super) fn levels_entry(&self, scope: Scope, levels: Vec<(u8, Level)>) -> Option<Entry> {
        let step = self.view.dialog.step_of_kind(StepKind::Levels)?;
        Some(Entry {
            scope,
            step: step.name.clone(),
            answer: Answer::Levels(levels),
        })
    }

    /// What was read back, with these answers in the place of those they correct. Levels of which none is left are taken
    /// out, and so is what was told of a procedure or a place that is no longer there.
    pub(super) fn corrected(&self, entries: Vec<Entry>) -> Vec<Entry> {
        let pending = self.view.session.pending.as_deref().unwrap_or_default();
        let is_level = |entry: &Entry| matches!(entry.answer, Answer::Levels(_));
        let levels_of_procedures = entries
            .iter()
            .any(|new| is_level(new) && new.scope != Scope::Request);
        let of_nobody =
            |old: &Entry| is_level(old) && old.scope == Scope::Request && levels_of_procedures;
        let mut all: Vec<Entry> = pending
            .iter()
            .filter(|old| !of_nobody(old))
            .cloned()
            .collect();
        for new in entries {
            let same = |old: &&mut Entry| old.scope == new.scope && old.step == new.step;
            match all.iter_mut().find(same) {
                Some(old) => *old = new,
                None => all.push(new),
            }
        }
        all.retain(|entry| !matches!(&entry.answer, Answer::Levels(levels) if levels.is_empty()));
        let session = self.view.session_with(&all);
        let view = View {
            session: &session,
            ..self.view
        };
        all.retain(|entry| view.is_there(&entry.scope));
        all
    }
}

impl View<'_> {
    /// The session as it would be if what was read back were right; nothing where nothing was.
    pub(super) fn as_read_back(&self) -> Option<Session> {
        let pending = self.session.pending.as_ref()?;
        let mut session = self.session_with(pending);
        session.pending = Some(pending.clone());
        Some(session)
    }

    /// Whether something is requested that an answer of that scope can be about.
    fn is_there(&self, scope: &Scope) -> bool {
        let items = self.items();
        items.is_empty()
            || match scope {
                Scope::Request => true,
                Scope::Procedure(procedure) => {
                    items.iter().any(|item| item.procedure == *procedure)
                }
                Scope::Place(place) => items.iter().any(|item| item.place == *place),
            }
    }
}
