//! How a family of faults is written: one entry each, with its code, how bad it is, and what is said.

/// The entries of a family. One of a single face, and one of several:
///
/// ```text
/// Warning "no-year": Self::NoYear =>
///     ("what is wrong, in Thai", "what to do, or type"),
///     ("what is wrong, in English", "what to do, or type");
/// Error "unreadable":
/// Self::Unreadable { reason: Some(reason) } => (…), (…),
/// Self::Unreadable { reason: None } => (…), (…);
/// ```
///
/// They become one `match`, which the compiler holds complete. Only the language that is asked for is
/// put into words.
macro_rules! faults {
    ($fault:ident {
        $( $severity:ident $code:literal: $(
            $pattern:pat $(if $guard:expr)? => $thai:expr, $english:expr
        ),+; )*
    }) => {
        impl $fault {
            /// The codes of the family.
            pub(super) const CODES: &'static [&'static str] = &[$($code),*];

            /// The code that names the fault everywhere, and how bad it is.
            #[allow(unused_variables, clippy::match_same_arms)]
            pub(super) fn rank(&self) -> (&'static str, $crate::problem::severity::Severity) {
                match self {
                    $($( $pattern $(if $guard)? => ($code, $crate::problem::severity::Severity::$severity), )+)*
                }
            }
        }

        words! { $fault { $($( $pattern $(if $guard)? => $thai, $english; )+)* } }
    };
}

/// What is said of each value of a type: the sentences alone.
macro_rules! words {
    ($fault:ident {
        $( $pattern:pat $(if $guard:expr)? => $thai:expr, $english:expr; )*
    }) => {
        impl $fault {
            /// What is wrong and what to do, in the words of a language.
            pub(super) fn words(&self, language: $crate::problem::language::Language) -> $crate::problem::language::Words {
                match self {
                    $( $pattern $(if $guard)? => match language {
                        $crate::problem::language::Language::Thai => $thai.into(),
                        $crate::problem::language::Language::English => $english.into(),
                    }, )*
                }
            }
        }
    };
}

/// [`Problem`](super::Problem): a variant for each family, and what all families answer.
macro_rules! families {
    ($( $(#[$doc:meta])* $family:ident($fault:ident), )*) => {
        /// A fault.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Problem {
            $( $(#[$doc])* $family($fault), )*
        }

        $( impl From<$fault> for Problem {
            fn from(fault: $fault) -> Self {
                Self::$family(fault)
            }
        } )*

        impl Problem {
            fn rank(&self) -> (&'static str, Severity) {
                match self {
                    $( Self::$family(fault) => fault.rank(), )*
                }
            }

            fn told(&self, language: Language) -> Words {
                match self {
                    $( Self::$family(fault) => fault.words(language), )*
                }
            }
        }

        /// Every code, for `allow`, for the manual and for the tests.
        pub fn codes() -> Vec<&'static str> {
            let mut codes = [$( $fault::CODES ),*].concat();
            codes.dedup();
            codes
        }
    };
}
