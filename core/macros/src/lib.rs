//! Derives for the types of namro, which reads, writes and packs them without code for each field.
//!
//! They serve namro alone: what they write refers to its modules by `crate::`.

mod attributes;
mod packed;
mod shape;
mod term;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Reads a struct out of a document, by the names of its fields: `Shape`, `serde::Deserialize` through the same reader,
/// and with the feature `schema` `schemars::JsonSchema`, described by the doc comments.
///
/// - `#[shape(default = EXPRESSION)]` on a field: its value where the field is missing; `#[shape(default)]` is
///   `Default::default()`. Without either the type decides: `Option`, lists and maps may be missing, others may not.
/// - `#[shape(name = "NAME")]` on the struct: its name in JSON Schema, where that of the struct is taken.
/// - `#[shape(answer)]` on the struct: only answers have it. In its schema lists and maps are required, since an answer
///   is whole, and further fields are allowed, since a later version may add some.
#[proc_macro_derive(Shape, attributes(shape))]
pub fn derive_shape(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    shape::derive(&input).unwrap_or_else(|error| error.into_compile_error()).into()
}

/// A closed set of names: `ALL`, `as_str` and `from_name`; `Display`, `Serialize`, `Deserialize`, `Shape`, `Key`,
/// `Packed`, and with the feature `schema` `JsonSchema`.
///
/// - `#[term("NAME")]` on each variant: how it is written.
/// - `#[term("NAME", vi = "…", en = "…")]`: its words for people. Then all variants have them, and `words` gives them.
/// - `#[shape(name = "NAME")]` on the enum: its name in JSON Schema, where that of the enum is taken.
#[proc_macro_derive(Term, attributes(term, shape))]
pub fn derive_term(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    term::derive(&input).unwrap_or_else(|error| error.into_compile_error()).into()
}

/// Packs the fields in their order, and an enum as the number of its variant before that variant's fields.
///
/// - `#[packed(derived = EXPRESSION)]` on a field: not packed, but computed when the rest is read; `#[packed(derived)]`
///   is `Default::default()`.
/// - `#[packed(tag = NUMBER)]` on a variant: its number, where that is not its place among the variants. The variant 0
///   is read where the list is damaged; it must not contain the enum again.
#[proc_macro_derive(Packed, attributes(packed))]
pub fn derive_packed(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    packed::derive(&input).unwrap_or_else(|error| error.into_compile_error()).into()
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;
    use syn::{DeriveInput, Result};

    fn faults(derive: fn(&DeriveInput) -> Result<TokenStream>, cases: &[(TokenStream, &str)]) {
        for (item, message) in cases {
            let input: DeriveInput = syn::parse2(item.clone()).unwrap();
            assert_eq!(derive(&input).unwrap_err().to_string(), *message, "{item}");
        }
    }

    #[test]
    fn faults_of_shapes() {
        let cases = [
            (
                quote!(
                    enum A {
                        B,
                    }
                ),
                "Shape is derived for structs; for an enum of names derive Term",
            ),
            (
                quote!(
                    struct A<T> {
                        b: T,
                    }
                ),
                "Shape is not derived for types with parameters",
            ),
            (
                quote!(
                    struct A(u32);
                ),
                "fields need names here",
            ),
            (
                quote!(
                    struct A {
                        #[shape(defualt = 1)]
                        b: u32,
                    }
                ),
                "a field knows `default` and `default = EXPRESSION` here",
            ),
            (
                quote!(
                    struct A {
                        #[shape(default, default = 1)]
                        b: u32,
                    }
                ),
                "this is said twice",
            ),
            (
                quote!(
                    #[shape(title = "B")]
                    struct A {
                        b: u32,
                    }
                ),
                "a type knows `name = \"…\"` and `answer` here",
            ),
            (
                quote!(
                    #[shape(name = 1)]
                    struct A {
                        b: u32,
                    }
                ),
                "expected string literal",
            ),
        ];
        faults(crate::shape::derive, &cases);
    }

    #[test]
    fn faults_of_terms() {
        let cases = [
            (
                quote!(
                    struct A {
                        b: u32,
                    }
                ),
                "Term is derived for enums",
            ),
            (
                quote!(
                    enum A {}
                ),
                "a set of terms has at least one",
            ),
            (
                quote!(
                    enum A {
                        B,
                    }
                ),
                "how is it written? Add `#[term(\"…\")]`",
            ),
            (
                quote!(
                    enum A {
                        #[term("b")]
                        B(u32),
                    }
                ),
                "a term has no fields",
            ),
            (
                quote!(
                    enum A {
                        #[term("b")]
                        B = 3,
                    }
                ),
                "the order of the terms is their number",
            ),
            (
                quote!(
                    enum A {
                        #[term("b")]
                        B,
                        #[term("b")]
                        C,
                    }
                ),
                "another term is written like this",
            ),
            (
                quote!(
                    enum A {
                        #[term("b")]
                        #[term("c")]
                        B,
                    }
                ),
                "a term is written in one way",
            ),
            (
                quote!(
                    enum A {
                        #[term("b", vi = "x")]
                        B,
                    }
                ),
                "words are needed in both languages, `vi` and `en`",
            ),
            (
                quote!(
                    enum A {
                        #[term("b", fr = "x")]
                        B,
                    }
                ),
                "a term has words in `vi` and in `en`",
            ),
            (
                quote!(
                    enum A {
                        #[term("b", vi = "x", vi = "x")]
                        B,
                    }
                ),
                "this is said twice",
            ),
            (
                quote!(
                    enum A {
                        #[term("b", vi = "x", en = "x")]
                        B,
                        #[term("c")]
                        C,
                    }
                ),
                "other terms have words; this one needs `vi` and `en` too",
            ),
        ];
        faults(crate::term::derive, &cases);
    }

    #[test]
    fn faults_of_packed_types() {
        let cases = [
            (quote!(union A { b: u32 }), "unions are not packed"),
            (
                quote!(
                    struct A {
                        #[packed(drived)]
                        b: u32,
                    }
                ),
                "a field knows `derived` and `derived = EXPRESSION` here",
            ),
            (
                quote!(
                    enum A {
                        #[packed(number = 1)]
                        B,
                    }
                ),
                "a variant knows `tag = NUMBER` here",
            ),
            (
                quote!(
                    enum A {
                        B,
                        #[packed(tag = 0)]
                        C,
                    }
                ),
                "another variant has the number 0",
            ),
            (
                quote!(
                    enum A {
                        #[packed(tag = 1)]
                        B,
                    }
                ),
                "one variant must have the number 0",
            ),
            (
                quote!(
                    enum A {
                        B(Box<A>),
                        C,
                    }
                ),
                "the variant 0 must not contain the enum again",
            ),
        ];
        faults(crate::packed::derive, &cases);
    }
}
