//! How far a printer is with its recovery from a slip that broke off.

/// What is left to do after a slip whose transfer broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResyncState {
    Done,
    /// The printer may wait for dots: fill up its raster.
    FillRaster,
    /// The raster is full: cut the paper.
    CutPaper,
}
