//! A store whose last-written sectors are damaged is intact or says what is wrong: never a silent loss, never a panic.

mod derived;
mod keys;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use preauth::store::{Disk, Store, StoreError, accept_loss};

use crate::store_support::{Dice, copy, key, number, scratch, write};

const SECTOR: usize = 512;

/// A store as it was acknowledged, and the same store some commits earlier.
struct Specimen {
    place: tempfile::TempDir,
    /// What was acknowledged: session, and the numbers of its answers.
    acknowledged: BTreeMap<String, Vec<i64>>,
    /// The sectors of the log that the last commits wrote, each by its number, ascending.
    last_written: Vec<u64>,
    /// All its sectors.
    written: Vec<u64>,
}

impl Specimen {
    /// Commits to a handful of sessions, one after the other; the last commits are those after the earlier copy.
    fn grow(sessions: i64, before: i64, last: i64, reopened: bool) -> Self {
        let place = scratch();
        let [living, earlier, now] =
            ["living", "earlier", "now"].map(|name| place.path().join(name));
        let mut store = Some(Disk::open(&living).unwrap());
        let mut acknowledged: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        let mut commit = |store: &Disk, n: i64| {
            let name = format!("S{:03}", (n * 7) % sessions);
            let had = acknowledged.entry(name.clone()).or_default();
            store
                .commit(vec![write(&name, had.len() as u64, n)])
                .unwrap();
            had.push(n);
        };
        (0..before).for_each(|n| commit(store.as_ref().unwrap(), n));
        if reopened {
            store = None;
        }
        copy(&living, &earlier);
        let store = store.unwrap_or_else(|| Disk::open(&living).unwrap());
        (before..before + last).for_each(|n| commit(&store, n));
        copy(&living, &now);
        drop(store);
        let last_written = changed_sectors(&earlier, &now);
        let written = changed_sectors(Path::new("/nowhere"), &now);
        assert!(!last_written.is_empty());
        Self {
            place,
            acknowledged,
            last_written,
            written,
        }
    }

    /// A copy to damage.
    fn copied(&self, trial: usize) -> PathBuf {
        let to = self.place.path().join(format!("trial-{trial}"));
        copy(&self.place.path().join("now"), &to);
        to
    }
}

fn changed_sectors(earlier: &Path, now: &Path) -> Vec<u64> {
    let earlier = fs::read(earlier.join("db")).unwrap_or_default();
    let now = fs::read(now.join("db")).unwrap();
    let former = earlier
        .chunks(SECTOR)
        .map(Some)
        .chain(std::iter::repeat(None));
    let both = now.chunks(SECTOR).zip(former).enumerate();
    // What is but padding has nothing to lose.
    both.filter(|(_, (now, former))| {
        Some(*now) != *former && now.iter().any(|byte| *byte != now[0])
    })
    .map(|(number, _)| number as u64)
    .collect()
}

/// A run of the last-written sectors: mostly at their end, where a torn write would be.
fn sectors<'a>(dice: &mut Dice, all: &'a [u64]) -> &'a [u64] {
    let length = 1 + dice.below(8.min(all.len()));
    let reach = if dice.below(2) == 0 {
        all.len()
    } else {
        16.min(all.len())
    };
    let start = all.len() - reach + dice.below(reach);
    &all[start..all.len().min(start + length)]
}

fn log_of(dir: &Path) -> File {
    File::options()
        .read(true)
        .write(true)
        .open(dir.join("db"))
        .unwrap()
}

fn flip(dir: &Path, sectors: &[u64], dice: &mut Dice) {
    let log = log_of(dir);
    for sector in sectors {
        let at = sector * SECTOR as u64 + dice.below(SECTOR) as u64;
        let mut byte = [0];
        if log.read_at(&mut byte, at).unwrap() == 1 {
            log.write_all_at(&[byte[0] ^ (1 << dice.below(8))], at)
                .unwrap();
        }
    }
}

fn zero(dir: &Path, sectors: &[u64], _: &mut Dice) {
    let log = log_of(dir);
    let end = log.metadata().unwrap().len();
    for sector in sectors {
        let at = sector * SECTOR as u64;
        let length = (end - at).min(SECTOR as u64);
        log.write_all_at(&vec![0; length as usize], at).unwrap();
    }
}

fn truncate(dir: &Path, sectors: &[u64], dice: &mut Dice) {
    let inside = if dice.below(2) == 0 {
        0
    } else {
        dice.below(SECTOR)
    };
    log_of(dir)
        .set_len(sectors[0] * SECTOR as u64 + inside as u64)
        .unwrap();
}

/// What the disk held before the last commits; where it held nothing, a block that was another one's.
fn stale(dir: &Path, sectors: &[u64], dice: &mut Dice) {
    let earlier = fs::read(dir.with_file_name("earlier").join("db")).unwrap();
    let former: Vec<&[u8]> = earlier.chunks_exact(SECTOR).collect();
    let log = log_of(dir);
    for sector in sectors {
        let other = former[dice.below(former.len())];
        let block = former.get(*sector as usize).unwrap_or(&other);
        log.write_all_at(block, sector * SECTOR as u64).unwrap();
    }
}

type Damage = fn(&Path, &[u64], &mut Dice);

#[derive(Debug, Default)]
struct Tally {
    intact: usize,
    told: BTreeMap<&'static str, usize>,
}

fn trials(name: &str, damage: Damage, hit: fn(&Specimen) -> &[u64], count: usize) {
    let specimens = [
        Specimen::grow(5, 60, 40, false),
        Specimen::grow(40, 900, 300, false),
        Specimen::grow(20, 200, 50, true),
    ];
    let mut dice = Dice(20_261_122);
    let mut tally = Tally::default();
    for trial in 0..count {
        let specimen = &specimens[trial % specimens.len()];
        let dir = specimen.copied(trial);
        damage(&dir, sectors(&mut dice, hit(specimen)), &mut dice);
        judge(&dir, &specimen.acknowledged, &mut tally);
        fs::remove_dir_all(&dir).unwrap();
    }
    println!("{name}: {tally:?}");
    let told: usize = tally.told.values().sum();
    assert_eq!(tally.intact + told, count);
    assert!(told > count / 8, "the damage did hit: {tally:?}");
}

fn judge(dir: &Path, acknowledged: &BTreeMap<String, Vec<i64>>, tally: &mut Tally) {
    match Disk::open(dir) {
        Ok(store) => {
            assert_eq!(
                &held(&store),
                acknowledged,
                "a loss stayed silent in {}",
                dir.display()
            );
            tally.intact += 1;
        }
        Err(error) => {
            *tally.told.entry(kind(&error)).or_default() += 1;
            assert!(error.help().is_some(), "{error}");
            let again = Disk::open(dir).err();
            assert!(again.is_some(), "refused once and then not: {error}");
            go_on(dir, acknowledged);
        }
    }
}

fn held(store: &dyn Store) -> BTreeMap<String, Vec<i64>> {
    let listed = store.scan(None, usize::MAX).unwrap();
    let logs = listed.into_iter().map(|listed| {
        let log = store.load(&listed.key).unwrap().unwrap();
        (
            listed.key.to_string(),
            log.events().filter_map(number).collect(),
        )
    });
    logs.collect()
}

fn kind(error: &StoreError) -> &'static str {
    match error {
        StoreError::Behind { .. } => "behind",
        StoreError::Altered(_) => "altered",
        StoreError::Corrupt(_) => "corrupt",
        StoreError::WitnessDamaged(_) => "witness damaged",
        StoreError::WitnessMissing(_) => "witness missing",
        StoreError::KeysDamaged(_) => "keys damaged",
        StoreError::KeysMissing(_) => "keys missing",
        other => panic!("not a word about the damage: {other}"),
    }
}

/// After a loss was accepted, what is left is the beginning of what was acknowledged.
fn go_on(dir: &Path, acknowledged: &BTreeMap<String, Vec<i64>>) {
    if accept_loss(dir).is_err() {
        return;
    }
    let store = Disk::open(dir).unwrap();
    for listed in store.scan(None, usize::MAX).unwrap() {
        let Ok(Some(log)) = store.load(&listed.key) else {
            continue;
        };
        let left: Vec<i64> = log.events().filter_map(number).collect();
        let whole = &acknowledged[listed.key.as_str()];
        assert!(whole.starts_with(&left), "{left:?} of {whole:?}");
    }
    store.commit(vec![write("AFTER", 0, 1)]).unwrap();
    drop(store);
    let store = Disk::open(dir).unwrap();
    assert!(store.load(&key("AFTER")).unwrap().is_some());
}

fn one_specimen() -> (Specimen, PathBuf) {
    let specimen = Specimen::grow(5, 20, 10, true);
    let dir = specimen.copied(0);
    (specimen, dir)
}

#[test]
fn a_witness_that_is_missing_or_damaged_is_told() {
    let (specimen, dir) = one_specimen();
    let mut tally = Tally::default();
    let good = fs::read(dir.join("witness")).unwrap();
    fs::remove_file(dir.join("witness")).unwrap();
    judge(&dir, &specimen.acknowledged, &mut tally);
    for (trial, damaged) in [&b""[..], &good[..good.len() / 2], &[0; 80]]
        .into_iter()
        .enumerate()
    {
        let dir = specimen.copied(trial + 1);
        fs::write(dir.join("witness"), damaged).unwrap();
        judge(&dir, &specimen.acknowledged, &mut tally);
    }
    let expected = BTreeMap::from([("witness missing", 1), ("witness damaged", 3)]);
    assert_eq!(tally.told, expected);
}

#[test]
fn a_store_put_back_from_an_older_copy_is_told() {
    let (specimen, dir) = one_specimen();
    for file in ["db", "conf"] {
        let earlier = specimen.place.path().join("earlier").join(file);
        fs::copy(earlier, dir.join(file)).unwrap();
    }
    let error = Disk::open(&dir).err().unwrap();
    assert!(
        matches!(
            error,
            StoreError::Behind {
                missing: 10,
                acknowledged: 30,
                ..
            } | StoreError::Corrupt(_)
        ),
        "{error:?}"
    );
    for entry in fs::read_dir(&dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && !path.ends_with("witness") {
            fs::remove_file(path).unwrap();
        }
    }
    let error = Disk::open(&dir).err().unwrap();
    assert!(
        matches!(
            error,
            StoreError::Behind {
                missing: 30,
                acknowledged: 30,
                ..
            }
        ),
        "{error:?}"
    );
}

#[test]
fn every_other_file_of_the_store_can_be_damaged_too() {
    let specimen = Specimen::grow(5, 20, 10, true);
    let mut dice = Dice(7);
    let mut tally = Tally::default();
    for trial in 0..60 {
        let dir = specimen.copied(trial);
        let files = fs::read_dir(&dir)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let files: Vec<_> = files
            .filter(|path| {
                path.is_file()
                    && !["db", "lock", "keys"]
                        .iter()
                        .any(|name| path.ends_with(name))
            })
            .collect();
        let file = &files[trial % files.len()];
        let mut bytes = fs::read(file).unwrap();
        let at = dice.below(bytes.len());
        match dice.below(3) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at..].fill(0),
            _ => bytes.truncate(at),
        }
        fs::write(file, bytes).unwrap();
        judge(&dir, &specimen.acknowledged, &mut tally);
        fs::remove_dir_all(&dir).unwrap();
    }
    println!("other files: {tally:?}");
    // Only the witness cannot be made again.
    let expected = BTreeMap::from([("witness damaged", 20)]);
    assert_eq!((tally.intact, tally.told), (40, expected));
}

fn last(specimen: &Specimen) -> &[u64] {
    &specimen.last_written
}

fn any(specimen: &Specimen) -> &[u64] {
    let end = specimen.written.len() * 3 / 4;
    &specimen.written[..end]
}

#[test]
fn damage_far_from_the_end_never_loses_in_silence() {
    for (name, damage) in [
        ("flipped", flip as Damage),
        ("zeroed", zero),
        ("stale", stale),
    ] {
        trials(&format!("{name} anywhere"), damage, any, 40);
    }
}

#[test]
fn flipped_bits_never_lose_in_silence() {
    trials("flipped", flip, last, 80);
}

#[test]
fn zeroed_sectors_never_lose_in_silence() {
    trials("zeroed", zero, last, 80);
}

#[test]
fn a_truncated_log_never_loses_in_silence() {
    trials("truncated", truncate, last, 80);
}

#[test]
fn stale_sectors_never_lose_in_silence() {
    trials("stale", stale, last, 80);
}
