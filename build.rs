//! Builds again when an authored file comes or goes: the binary carries them all.

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
fn main() {
    println!("cargo:rerun-if-changed=dialogs");
    println!("cargo:rerun-if-changed=locales");
}
