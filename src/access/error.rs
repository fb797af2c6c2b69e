//! What can go wrong, told so that an operator can act on it. No code is ever part of it.

use std::io;
use std::path::{Path, PathBuf};

use crate::access::{InvitationId, OfficeId};
use crate::store::ChannelKey;

/// Why access cannot be looked up or changed. Whoever lets people in lets nobody in then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccessError {
    /// A line of the file cannot be read. Nobody is let in until it can.
    #[error("line {line} of `{}`: {why}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        why: Fault,
    },
    /// The file was there and is not any more.
    #[error("`{}` is gone", .0.display())]
    Gone(PathBuf),
    /// The operating system failed. Nothing was changed.
    #[error("cannot {doing} `{}`: {}", .path.display(), io::Error::from(*.kind))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done to it.
        doing: &'static str,
        /// What the operating system said.
        kind: io::ErrorKind,
    },
    /// No office has this id, or its access was revoked.
    #[error("there is no office `{0}`")]
    NoSuchOffice(OfficeId),
    /// No invitation has this id.
    #[error("there is no invitation `{0}`")]
    NoSuchInvitation(InvitationId),
    /// No invitation has this code; the code is not part of the message.
    #[error("no invitation has this code")]
    NoSuchCode,
    /// The chat was never let in.
    #[error("the chat `{0}` was never let in")]
    NoSuchMember(ChannelKey),
    /// The invitation was used: what can be revoked is the chat that used it.
    #[error("the invitation `{0}` was used by the chat `{1}`")]
    Used(InvitationId, ChannelKey),
    /// An id that was drawn is taken, once in a billion draws. The caller draws again.
    #[error("an id that was drawn is taken already")]
    Taken,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A newer program wrote it.
    #[error("it has version {0}, which this program does not know")]
    Version(u64),
    /// It is not what this program writes in its version.
    #[error("it is not a line of the access log")]
    Form,
    /// Its form is good, and its kind or a word of it is not known.
    #[error("it says something this program does not know")]
    Unknown,
    /// It speaks of an office, an invitation or a chat that no line before it speaks of.
    #[error("it does not fit the lines before it")]
    Unfit,
}

impl AccessError {
    /// What the operator can do about it.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Unreadable {
                why: Fault::Version(_) | Fault::Unknown,
                ..
            } => Some("use the newest preauth that has worked here; nobody is let in until then"),
            Self::Unreadable { .. } | Self::Gone(_) => {
                Some("restore the file from a backup; nobody is let in until then")
            }
            Self::Io { .. } => Some("check the disk, and whose the folder is"),
            Self::NoSuchOffice(_) | Self::NoSuchInvitation(_) | Self::NoSuchMember(_) => {
                Some("`preauth access list` shows those there are")
            }
            Self::NoSuchCode => Some("revoke it by its id: `preauth access list` shows it"),
            Self::Used(..) => Some("revoke the chat"),
            Self::Taken => Some("do it once more"),
        }
    }
}

/// An error of the operating system at a place.
pub(super) fn io_error(path: &Path, doing: &'static str, error: &io::Error) -> AccessError {
    AccessError::Io {
        path: path.to_owned(),
        doing,
        kind: error.kind(),
    }
}
