//! The file of keys: without it nothing can be read, so its loss is told before anything else.

use super::*;

const SLOT: usize = 64;

fn told(
    specimen: &Specimen,
    trial: usize,
    damage: impl Fn(&Path),
) -> BTreeMap<&'static str, usize> {
    let dir = specimen.copied(trial);
    damage(&dir.join("keys"));
    let mut tally = Tally::default();
    judge(&dir, &specimen.acknowledged, &mut tally);
    fs::remove_dir_all(&dir).unwrap();
    tally.told
}

#[test]
fn keys_that_are_missing_damaged_or_old_are_told() {
    let specimen = Specimen::grow(5, 20, 10, true);
    let damaged = BTreeMap::from([("keys damaged", 1)]);
    let missing = told(&specimen, 0, |keys| fs::remove_file(keys).unwrap());
    assert_eq!(missing, BTreeMap::from([("keys missing", 1)]));
    let good = fs::read(specimen.copied(1).join("keys")).unwrap();
    for length in [0, 1, SLOT, SLOT + 1, 3 * SLOT, 5 * SLOT + 63] {
        let cut = told(&specimen, 2, |keys| {
            fs::write(keys, &good[..length]).unwrap();
        });
        assert_eq!(cut, damaged, "cut at {length}");
    }
    let mut dice = Dice(11);
    for _ in 0..60 {
        let at = dice.below(6 * SLOT);
        let mut bad = good.clone();
        bad[at] ^= 1 << dice.below(8);
        let flipped = told(&specimen, 3, |keys| fs::write(keys, &bad).unwrap());
        assert_eq!(flipped, damaged, "byte {at}");
    }
    for slot in 1..6 {
        let mut bad = good.clone();
        bad[slot * SLOT..][..SLOT].fill(0);
        let zeroed = told(&specimen, 4, |keys| fs::write(keys, &bad).unwrap());
        assert_eq!(zeroed, damaged, "slot {slot}");
    }
}

#[test]
fn keys_of_an_older_copy_are_told() {
    let specimen = Specimen::grow(40, 20, 10, false);
    let earlier = specimen.place.path().join("earlier").join("keys");
    let older = told(&specimen, 0, |keys| {
        fs::copy(&earlier, keys).unwrap();
    });
    assert_eq!(older, BTreeMap::from([("keys damaged", 1)]));
}

#[test]
fn a_session_whose_key_was_lost_is_parked_alone_and_can_be_erased() {
    let specimen = Specimen::grow(5, 20, 10, true);
    let dir = specimen.copied(0);
    let mut bytes = fs::read(dir.join("keys")).unwrap();
    bytes[2 * SLOT + 40] ^= 1;
    fs::write(dir.join("keys"), bytes).unwrap();
    let loss = accept_loss(&dir).unwrap();
    assert_eq!((loss.missing, loss.sessions, loss.parked), (Some(0), 5, 1));
    let store = Disk::open(&dir).unwrap();
    store.commit(vec![write("NEW", 0, 7)]).unwrap();
    let listed = store.scan(None, 10).unwrap();
    let parked = |key| matches!(store.load(key), Err(StoreError::Parked { .. }));
    let parked: Vec<_> = listed.iter().filter(|listed| parked(&listed.key)).collect();
    assert_eq!(parked.len(), 1);
    assert!(store.delete(&parked[0].key).unwrap());
    let left = held(&store);
    assert_eq!(
        left.len(),
        5,
        "the new one may stand in the slot of the lost one"
    );
    assert_eq!(left["NEW"], [7]);
    drop(store);
    assert_eq!(held(&Disk::open(&dir).unwrap()), left);
}

#[test]
fn nobody_but_their_owner_reads_the_keys() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let dir = place.path().join("new");
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    drop(Disk::open(&dir).unwrap());
    assert_eq!((rights(&dir), rights(&dir.join("keys"))), (0o700, 0o600));
    fs::set_permissions(dir.join("keys"), fs::Permissions::from_mode(0o644)).unwrap();
    drop(Disk::open(&dir).unwrap());
    assert_eq!(rights(&dir.join("keys")), 0o600);
}
