package dev.millrace.expressions.js;

/** A JavaScript library with an expression language of its own, as it was bundled by the build. */
public enum Original {
    /** mathjs 15.2.0: its own grammar; of several statements the last one's value counts. */
    MATH_JS("mathjs.js"),
    /** @formulajs/formulajs 4.4.9: a JavaScript expression with the formula functions as globals. */
    FORMULA_JS("formulajs.js");

    private final String bundle;

    Original(String bundle) {
        this.bundle = bundle;
    }

    String bundle() {
        return bundle;
    }
}
