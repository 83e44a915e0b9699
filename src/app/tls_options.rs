//! The options about https: of `sportello run`, and of `sportello certificate`.

use super::data_option::DataOption;
use crate::tls::{HouseName, TlsFiles};
use clap::Args;
use std::path::PathBuf;

/// With which certificate the pages are served.
#[derive(Debug, Args)]
pub(super) struct TlsOptions {
    /// A certificate: then the pages are served by https alone, and those of --listen-public by both. With its chain, in PEM
    /// form; read again when the file changes.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// The key of the certificate, in PEM form.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CertificateOptions {
    /// Host names and addresses under which browsers reach the house. Default: those of the certificate that is there, else
    /// the name and address of this machine. It is always for localhost as well.
    #[arg(value_name = "NAME_OR_ADDRESS", value_parser = parse_house_name)]
    pub names: Vec<HouseName>,
    #[command(flatten)]
    pub data: DataOption,
    /// The folder to write to. Default: the folder `tls` in the data folder.
    #[arg(long, value_name = "DIR", conflicts_with = "data")]
    pub out: Option<PathBuf>,
}

impl TlsOptions {
    /// Where the certificate is, and its key.
    pub fn files(&self) -> Option<TlsFiles> {
        let (certificate, key) = (self.tls_cert.clone()?, self.tls_key.clone()?);
        Some(TlsFiles { certificate, key })
    }
}

fn parse_house_name(text: &str) -> Result<HouseName, String> {
    HouseName::parse(text).map_err(|error| error.to_string())
}
