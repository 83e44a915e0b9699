//! Random bytes from the operating system. The only caller of `getrandom`.

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random numbers ({0}): restart the machine")]
pub struct RandomError(getrandom::Error);

/// `N` random bytes, fit for secrets.
pub fn bytes<const N: usize>() -> Result<[u8; N], RandomError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(RandomError)?;
    Ok(bytes)
}

/// 256 random bits as 64 hexadecimal digits, for session cookies and device keys.
pub fn secret() -> Result<String, RandomError> {
    bytes::<32>().map(hex::encode)
}
