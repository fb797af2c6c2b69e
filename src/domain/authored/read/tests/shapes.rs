//! Shapes that other files than the policy may have, and the bounds of what is read.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only whether it can be read is of interest")]
struct Sample {
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    flag: bool,
    #[serde(default)]
    number: Option<f64>,
    #[serde(default)]
    small: Option<i8>,
    #[serde(default)]
    pair: Option<(i64, String)>,
    #[serde(default)]
    value: Option<Value>,
    #[serde(default)]
    by_name: BTreeMap<String, u32>,
    #[serde(default)]
    tagged: Vec<Tagged>,
    #[serde(default)]
    outer: Option<Outer>,
    #[serde(default)]
    #[schemars(with = "serde_json::Value")]
    anything: Option<toml::Value>,
    #[serde(default)]
    day: Option<crate::domain::authored::At<Even>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only whether it can be read is of interest")]
enum Value {
    Flag(bool),
    Number(i64),
    Days([String; 2]),
    Names(Vec<Value>),
    Period { start: String, end: Option<String> },
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[expect(dead_code, reason = "only whether it can be read is of interest")]
enum Tagged {
    Choice { values: Vec<String> },
    Number { least: i64, most: i64 },
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "only whether it can be read is of interest")]
enum Outer {
    Plain,
    Other,
    Within(u8),
}

/// What its schema says less of than its type.
#[derive(Debug, JsonSchema)]
#[schemars(with = "i64")]
struct Even;

impl<'de> Deserialize<'de> for Even {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match i64::deserialize(deserializer)? % 2 {
            0 => Ok(Self),
            _ => Err(serde::de::Error::custom("the number is odd")),
        }
    }
}

fn sample(text: &str, expected: &Expect) {
    check::<Sample>(text, expected);
}

#[test]
fn values_of_every_shape_are_taken() {
    sample(
        "text = \"x\"\nflag = true\nnumber = 1\nsmall = -128\npair = [1, \"x\"]\nvalue = [true, 1]\n\
         by_name = { a = 1 }\ntagged = [{ kind = \"number\", least = 1, most = 2 }]\nouter = \"plain\"\n\
         anything = { a = [1, 2.5] }\nday = 2\n",
        &expect![""],
    );
    sample(
        "number = 1.5\nouter = { within = 1 }\nvalue = { start = \"x\" }",
        &expect![""],
    );
}

#[test]
fn kinds() {
    sample(
        "text = 2026-11-22\nflag = \"true\"\nnumber = \"1\"\nsmall = 128\npair = [1]\nvalue = 1.5\n\
         by_name = { a = -1, \"b c\" = \"x\" }\nouter = \"plane\"\nanything = 1\n",
        &expect![[r#"
            1: "2026-11-22"
              expected a string, found a date or time
                put it in quotes
            2: "\"true\""
              expected true or false, found a string
                write true without quotes
            3: "\"1\""
              expected a number, found a string
                write 1 without quotes
            4: "128"
              `128` is too large
                at most 127
            5: "[1]"
              expected 2 values, found 1
            6: "1.5"
              expected true or false, or a whole number, or a list, or a table, found a number with a decimal point
                form: `{ start = "..", .. }`
            7: "-1"
              `-1` is too small
                at least 0
            7: "\"x\""
              expected a whole number, found a string
            8: "\"plane\""
              unknown value `plane`
                known: `plain`, `other`
        "#]],
    );
    sample(
        "pair = [\"x\", 1, 2]\nouter = 3\ntext = [1]\ntagged = { kind = 1 }",
        &expect![[r#"
            1: "[\"x\", 1, 2]"
              expected 2 values, found 3
            1: "\"x\""
              expected a whole number, found a string
            1: "1"
              expected a string, found a whole number
                put it in quotes
            2: "3"
              expected a table or one of `plain`, `other`, found a whole number
                form: `{ within = 1 }`
            3: "[1]"
              expected a string, found a list
            4: "{ kind = 1 }"
              expected a list, found a table
                put it in brackets, or give its header double brackets
        "#]],
    );
}

#[test]
fn the_word_that_tells_forms_apart() {
    sample(
        "[[tagged]]\nkind = \"number\"\nvalues = []\n[[tagged]]\nkind = \"numbr\"\nleast = 1\nmost = 2\n\
         [[tagged]]\nleast = 1\nmost = 2\n[[tagged]]\nkind = \"choice\"\n",
        &expect![[r#"
            1: "[[tagged]]"
              missing keys `least`, `most`
                add `least`; add `most`
            3: "values"
              unknown key `values`
                known: `kind`, `least`, `most`
            5: "\"numbr\""
              unknown value `numbr`
                did you mean `number`; known: `choice`, `number`
            8: "[[tagged]]"
              missing key `kind`
                add `kind`
            11: "[[tagged]]"
              missing key `values`
                add `values`
        "#]],
    );
}

#[test]
fn lists_of_several_forms() {
    sample(
        "value = [1, \"x\"]",
        &expect![[r#"
        1: "\"x\""
          expected true or false, or a whole number, or a list, or a table, found a string
            form: `{ start = "..", .. }`
    "#]],
    );
    sample(
        "value = { start = 1, fin = \"x\" }",
        &expect![[r#"
        1: "1"
          expected a string, found a whole number
            put it in quotes
    "#]],
    );
}

#[test]
fn a_fault_that_only_the_type_sees() {
    sample(
        "flag = true\nday = 3\n",
        &expect![[r#"
        2: "3"
          the number is odd
    "#]],
    );
}

#[test]
fn a_byte_order_mark_windows_lines_and_other_letters() {
    sample("\u{feff}flag = true\r\ntext = \"é日本\"\r\n", &expect![""]);
    sample(
        "\u{feff}text = \"é日本\" # ñ\r\n\"naïve\" = 1\r\nflag = \"日本\"\r\n",
        &expect![[r#"
            2: "\"naïve\""
              unknown key `naïve`
                known: `anything`, `by_name`, `day`, `flag`, `number`, `outer`, `pair`, `small`, `tagged`, `text`, `value`
            3: "\"日本\""
              expected true or false, found a string
        "#]],
    );
}

#[test]
fn the_bounds() {
    let nested = |levels| format!("anything = {}1{}", "[".repeat(levels), "]".repeat(levels));
    sample(&nested(40), &expect![""]);
    sample(
        &nested(60),
        &expect![[r#"
        1: "[[[[[[[[[[[[[1]]]]]]]]]]]]]"
          more than 48 lists and tables within each other
    "#]],
    );
    let (value, faults) = read::<Sample>("file.toml", &nested(100_000));
    assert!(value.is_none() && !faults.is_empty());
    sample("anything.a.b.c.d.e.f.g = 1", &expect![""]);
    sample(
        "anything.a.b.c.d.e.f.g.h = 1",
        &expect![[r#"
        1: "."
          a key of more than 8 parts
    "#]],
    );
    let (_, faults) = read::<Sample>("file.toml", &"a.".repeat(100_000));
    assert_eq!(faults.len(), 1);
    let (_, faults) = read::<Sample>("file.toml", &" ".repeat((1 << 20) + 1));
    assert_eq!(
        shown("", &faults),
        "the file\n  the file is larger than 1 MiB\n"
    );
}

#[test]
fn tables_within_tables_within_bounds_are_freed_one_within_the_other() {
    let key = ["a"; 8].join(".");
    let deep = (0..79).fold("1".to_owned(), |inner, _| format!("{{{key}={inner}}}"));
    let (_, faults) = read::<Sample>("file.toml", &format!("anything = {deep}"));
    assert_eq!(faults.len(), 1);
}

#[test]
fn a_file_of_nothing_but_faults_is_told_in_part() {
    for scrap in [
        "[", "]", "{", "}", "=", "a=\n", "[a\n", "a.b=1\n", "\"", "a={", ",", "text=1\n",
    ] {
        let text = scrap.repeat(5_000);
        let (value, faults) = read::<Sample>("file.toml", &text);
        assert!(
            value.is_none() && !faults.is_empty() && faults.len() <= 201,
            "{scrap}"
        );
    }
}
