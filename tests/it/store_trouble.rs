//! A store in trouble that is nobody's damage: a second process, a full disk, a place it cannot use.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use preauth::store::{CommitError, Disk, Store, StoreError};

use crate::store_child::{command, told};
use crate::store_support::{key, scratch, write};

#[test]
fn a_second_process_is_told_who_has_the_store() {
    let place = scratch();
    let dir = place.path().join("sessions");
    let store = Disk::open(&dir).unwrap();
    store.commit(vec![write("A", 0, 1)]).unwrap();
    let said = told(command("open", &dir));
    let expected = format!(
        "told: another preauth has `{}` open; stop the other one",
        dir.display()
    );
    assert!(said.contains(&expected), "{said}");
    assert_eq!(Disk::open(&dir).err(), Some(StoreError::InUse(dir.clone())));
    store.commit(vec![write("A", 1, 2)]).unwrap();
    drop(store);
    let said = told(command("open", &dir));
    assert!(said.contains("told: opened"), "{said}");
}

#[test]
fn a_store_can_be_opened_again_at_once() {
    let place = scratch();
    for round in 0..40 {
        let store = Disk::open(place.path()).unwrap();
        store.commit(vec![write("A", round, 1)]).unwrap();
    }
}

#[test]
fn a_file_in_its_place_is_told() {
    let place = scratch();
    let file = place.path().join("sessions");
    fs::write(&file, "").unwrap();
    assert_eq!(
        Disk::open(&file).err(),
        Some(StoreError::NotADirectory(file.clone()))
    );
    let below = file.join("deeper");
    assert_eq!(
        Disk::open(&below).err(),
        Some(StoreError::NotADirectory(below))
    );
}

/// A user without rights of his own, when the tests run as root; who runs them, otherwise.
fn as_nobody(mut command: Command) -> Command {
    let root =
        fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
    if root {
        command.uid(65_534).gid(65_534);
    }
    command
}

#[test]
fn a_directory_without_permission_is_told() {
    let place = scratch();
    fs::set_permissions(place.path(), Permissions::from_mode(0o555)).unwrap();
    // The binary itself may lie where that user may not go: it is run from a place of its own.
    let binary = scratch();
    fs::set_permissions(binary.path(), Permissions::from_mode(0o755)).unwrap();
    let dir = place.path().join("sessions");
    let usual = command("open", &dir);
    let copied = binary.path().join("it");
    fs::copy(usual.get_program(), &copied).unwrap();
    let mut moved = Command::new(&copied);
    moved.args(usual.get_args()).current_dir("/");
    moved.envs(
        usual
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    let said = told(as_nobody(moved));
    let expected = format!("told: no permission to read and write `{}`", dir.display());
    assert!(said.contains(&expected), "{said}");
}

const INSIDE: &str = "PREAUTH_TEST_INSIDE";

/// Whether this process may mount. If not, the test runs again in a namespace of its own, where it may.
fn may_mount(test: &str) -> bool {
    let probe = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "tmpfs"])
        .arg(probe.path())
        .output();
    if mounted.is_ok_and(|output| output.status.success()) {
        let _ = Command::new("umount").arg(probe.path()).status();
        return true;
    }
    let first = std::env::var_os(INSIDE).is_none();
    assert!(
        first,
        "cannot mount a small file system, not even in a namespace"
    );
    let mut inside = Command::new("unshare");
    inside
        .args(["--user", "--map-root-user", "--mount"])
        .arg(std::env::current_exe().unwrap());
    inside
        .args(["--exact", &format!("store_trouble::{test}")])
        .env(INSIDE, "1");
    assert!(
        inside.status().unwrap().success(),
        "{test} failed in its namespace"
    );
    false
}

/// A small file system in memory, unmounted when dropped.
struct Mounted(tempfile::TempDir);

impl Mounted {
    fn new(size: &str) -> Self {
        let place = tempfile::tempdir().unwrap();
        let mount = ["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"].map(str::to_owned);
        let status = Command::new("mount")
            .args(mount)
            .arg(place.path())
            .status()
            .unwrap();
        assert!(
            status.success(),
            "this test mounts a small file system and has to run as root"
        );
        Self(place)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn remount(&self, options: &str) {
        let options = format!("remount,{options}");
        let status = Command::new("mount")
            .args(["--options-source=disable", "-o", &options])
            .arg(self.path())
            .status();
        assert!(status.unwrap().success());
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

/// Commits until the store says it is full; says how many it took.
pub(crate) fn fill(store: &Disk, from: u64) -> u64 {
    for version in from..100_000 {
        match store.commit(vec![write("A", version, version as i64)]) {
            Ok(()) => {}
            Err(CommitError::Store(StoreError::Full(_))) => return version,
            Err(other) => panic!("{other:?}"),
        }
    }
    panic!("it never was full");
}

fn version(store: &Disk) -> Result<u64, StoreError> {
    Ok(store.load(&key("A"))?.map_or(0, |log| log.version))
}

/// The version once the store has found the room that was made: it looks at each call, and may still be closing what it
/// gave up.
fn recovered(store: &Disk) -> Result<u64, StoreError> {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    loop {
        match version(store) {
            Err(StoreError::Full(_)) if std::time::Instant::now() < deadline => {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            other => return other,
        }
    }
}

#[test]
fn a_full_disk_is_told_and_works_again_when_there_is_room() {
    if !may_mount("a_full_disk_is_told_and_works_again_when_there_is_room") {
        return;
    }
    let disk = Mounted::new("2m");
    let dir = disk.path().join("sessions");
    let filler = disk.path().join("filler");
    fs::write(&filler, vec![1; 600 * 1024]).unwrap();
    let store = Disk::open(&dir).unwrap();
    let mut taken = fill(&store, 0);
    assert!(taken > 10, "{taken}");
    for round in 0..3 {
        for _ in 0..3 {
            let refused = store.commit(vec![write("A", taken, 0)]);
            let full = CommitError::Store(StoreError::Full(dir.clone()));
            assert_eq!(refused, Err(full), "round {round}");
            assert!(
                matches!(version(&store), Ok(held) if held == taken) || version(&store).is_err()
            );
        }
        fs::remove_file(&filler).unwrap();
        // To open again sled takes a few segments and a snapshot of its index: less room than that is still none.
        disk.remount(&format!("size={}m", 5 + 4 * round));
        assert_eq!(recovered(&store), Ok(taken), "nothing acknowledged is lost");
        store.commit(vec![write("A", taken, 0)]).unwrap();
        taken = fill(&store, taken + 1);
        fs::write(&filler, b"").unwrap();
    }
    drop(store);
    let refused = Disk::open(&dir).err();
    assert!(
        matches!(refused, None | Some(StoreError::Full(_))),
        "{refused:?}"
    );
    disk.remount("size=20m");
    let store = Disk::open(&dir).unwrap();
    let log = store.load(&key("A")).unwrap().unwrap();
    assert_eq!(log.version, taken);
}

#[test]
fn a_disk_that_is_full_from_the_start_is_told() {
    if !may_mount("a_disk_that_is_full_from_the_start_is_told") {
        return;
    }
    let disk = Mounted::new("64k");
    fs::write(disk.path().join("filler"), vec![1; 60 * 1024]).unwrap();
    let dir = disk.path().join("sessions");
    let outcome = Disk::open(&dir).map(|store| fill(&store, 0));
    assert!(
        matches!(outcome, Ok(0..100) | Err(StoreError::Full(_))),
        "{outcome:?}"
    );
    fs::remove_file(disk.path().join("filler")).unwrap();
    disk.remount("size=20m");
    let store = Disk::open(&dir).unwrap();
    store.commit(vec![write("B", 0, 1)]).unwrap();
}

#[test]
fn a_limit_on_the_size_of_files_is_told_and_nothing_is_lost() {
    let place = scratch();
    let dir = place.path().join("sessions");
    let child = command("fill", &dir);
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 1400; exec \"$0\" \"$@\""]);
    limited.arg(child.get_program()).args(child.get_args());
    limited.envs(
        child
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    let said = told(limited);
    let taken = said.split("full after ").nth(1).expect(&said);
    let taken: u64 = taken.split_whitespace().next().unwrap().parse().unwrap();
    assert!(taken > 10, "{said}");
    let store = Disk::open(&dir).unwrap();
    assert_eq!(version(&store), Ok(taken));
}

#[test]
fn a_read_only_file_system_is_told() {
    if !may_mount("a_read_only_file_system_is_told") {
        return;
    }
    let disk = Mounted::new("4m");
    let dir = disk.path().join("sessions");
    drop(Disk::open(&dir).unwrap());
    disk.remount("ro");
    assert_eq!(
        Disk::open(&dir).err(),
        Some(StoreError::ReadOnly(dir.clone()))
    );
    let other = disk.path().join("other");
    assert_eq!(
        Disk::open(&other).err(),
        Some(StoreError::ReadOnly(other.clone()))
    );
}

#[test]
fn an_error_says_what_to_do_and_names_no_answer() {
    let error = StoreError::Behind {
        dir: "/var/lib/preauth".into(),
        missing: 3,
        acknowledged: 120,
    };
    let told = format!("{error}; {}", error.help().unwrap());
    expect_test::expect![[r#"`/var/lib/preauth` has lost its last commits: 3 of 120 are missing; restore `/var/lib/preauth` from a backup; or go on with what is left: `preauth sessions accept-loss`, which says what is left and keeps it"#]].assert_eq(&told);
}
