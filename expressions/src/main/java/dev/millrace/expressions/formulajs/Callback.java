package dev.millrace.expressions.formulajs;

/** An arrow function that stands as an argument of an array method: {@code x => x.price}. It never outlives the call. */
record Callback(int firstSlot, int parameters, Node body, Frame frame) {
    Object call(Object... arguments) {
        frame.step();
        for (int i = 0; i < parameters; i++) {
            frame.local(firstSlot + i, i < arguments.length ? arguments[i] : Undefined.UNDEFINED);
        }
        return body.evaluate(frame);
    }
}
