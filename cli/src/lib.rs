//! The command line of namro: a thin reader of arguments and files over the library.

pub mod demo;
