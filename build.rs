//! Builds again when an authored file comes or goes: the binary carries them all.

fn main() {
    println!("cargo:rerun-if-changed=dialogs");
    println!("cargo:rerun-if-changed=locales");
}
