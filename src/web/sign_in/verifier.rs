//! Compares PINs with their hashes.
//!
//! Promises: short of memory no PIN is called wrong; the memory of argon2id (19 MiB) is asked for once, before the first
//! sign-in, and used again for each check, so that a process with little memory left still knows its staff.

use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// The most memory that a stored hash may ask for, in blocks of 1 KiB. Ours ask for 19 MiB.
const BLOCKS_MOST: usize = 256 * 1024;

/// The memory for one check at a time.
pub(super) struct PinVerifier {
    memory: Vec<Block>,
}

/// Why a PIN could not be compared with its hash.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unverifiable {
    #[error("memory is short: end other programs, or raise the limit of memory of this user")]
    NoMemory,
    #[error("its stored hash is damaged ({0}): set the PIN anew with `sportello staff pin NAME`")]
    Damaged(String),
}

impl PinVerifier {
    /// Asks for the memory. Where it can't be had, the next check asks again.
    pub(super) fn new() -> PinVerifier {
        let mut verifier = PinVerifier { memory: Vec::new() };
        if verifier.reserve(Params::DEFAULT.block_count()).is_err() {
            tracing::warn!("memory is short: no sign-in can be checked until 19 MiB are free");
        }
        verifier
    }

    /// Whether a PIN is the one of this hash (argon2 PHC string).
    pub(super) fn is_right(&mut self, hash: &str, pin: &str) -> Result<bool, Unverifiable> {
        let damaged = |error: &dyn std::fmt::Display| Unverifiable::Damaged(error.to_string());
        let hash = PasswordHash::new(hash).map_err(|error| damaged(&error))?;
        let algorithm = Algorithm::try_from(hash.algorithm.as_str()).map_err(|error| damaged(&error))?;
        let version = hash.version.map_or(Ok(Version::default()), Version::try_from);
        let version = version.map_err(|error| damaged(&error))?;
        let params = Params::try_from(&hash).map_err(|error| damaged(&error))?;
        let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else {
            return Err(damaged(&"it has no salt or no hash"));
        };
        let blocks = params.block_count();
        if blocks > BLOCKS_MOST {
            return Err(damaged(&"it asks for more memory than any of ours"));
        }
        self.reserve(blocks)?;
        // Within what was reserved: this asks for no memory.
        self.memory.resize(blocks, Block::new());
        let mut computed = [0; Output::MAX_LENGTH];
        let computed = &mut computed[..expected.len()];
        Argon2::new(algorithm, version, params)
            .hash_password_into_with_memory(pin.as_bytes(), salt, computed, &mut self.memory[..])
            .map_err(|error| damaged(&error))?;
        // The comparison takes the same time wherever they differ.
        Ok(Output::new(computed).is_ok_and(|computed| computed == *expected))
    }

    fn reserve(&mut self, blocks: usize) -> Result<(), Unverifiable> {
        let more = blocks.saturating_sub(self.memory.len());
        self.memory.try_reserve_exact(more).map_err(|_| Unverifiable::NoMemory)
    }
}
