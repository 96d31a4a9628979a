package dev.millrace.expressions.formulajs;

import java.util.function.Supplier;

/** Made at first use and kept. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile T made;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        if (made == null) {
            synchronized (this) {
                made = made == null ? make.get() : made;
            }
        }
        return made;
    }
}
