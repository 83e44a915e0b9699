//! Https by the program itself: `sportello certificate`, and the certificate that the running house shows.

mod certificate;
mod keeper;
mod validity;

pub(super) use certificate::certificate;
pub(super) use keeper::CertificateKeeper;
