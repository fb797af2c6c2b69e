//! Files the storage library makes from its log.

use super::*;

#[test]
fn what_follows_from_the_log_is_made_again() {
    let specimen = Specimen::grow(5, 20, 10, true);
    let names = fs::read_dir(specimen.copied(0))
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let derived: Vec<_> = names
        .filter(|name| name == "conf" || name.to_string_lossy().starts_with("snap."))
        .collect();
    assert_eq!(derived.len(), 2, "{derived:?}");
    for (trial, name) in derived.iter().enumerate() {
        let dir = specimen.copied(trial + 1);
        fs::write(dir.join(name), [0xAA; 40]).unwrap();
        assert_eq!(held(&Disk::open(&dir).unwrap()), specimen.acknowledged);
        assert!(dir.join(format!("aside.{}", name.display())).exists());
    }
}

/// A process can be killed between any two writes of the library: what it was writing is then there in part.
#[test]
fn a_file_that_was_being_written_when_the_process_was_killed_is_no_damage() {
    let specimen = Specimen::grow(5, 20, 10, true);
    let files = fs::read_dir(specimen.copied(0)).unwrap();
    let mut names = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let snapshot = names.find(|name| name.starts_with("snap.")).unwrap();
    let whole = fs::read(specimen.copied(1).join(&snapshot)).unwrap();
    let lengths = [0, 1, whole.len() / 2, whole.len() - 12, whole.len() - 4];
    for (trial, length) in lengths.into_iter().enumerate() {
        let dir = specimen.copied(trial + 2);
        let unfinished = dir.join("snap.00000000FFFFFFFF.generating");
        fs::write(&unfinished, &whole[..length]).unwrap();
        assert_eq!(held(&Disk::open(&dir).unwrap()), specimen.acknowledged);
        assert!(!unfinished.exists());
    }
    // A store that was just begun has its settings, and nothing else.
    let settings = fs::read(specimen.copied(20).join("conf")).unwrap();
    for length in 0..settings.len() {
        let dir = specimen.place.path().join(format!("begun-{length}"));
        fs::create_dir(&dir).unwrap();
        fs::write(dir.join("conf"), &settings[..length]).unwrap();
        let store = Disk::open(&dir).unwrap();
        store.commit(vec![write("A", 0, 1)]).unwrap();
        drop(store);
        assert!(Disk::open(&dir).is_ok(), "{length}");
    }
}
