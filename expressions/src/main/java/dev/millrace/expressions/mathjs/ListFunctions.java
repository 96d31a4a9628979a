package dev.millrace.expressions.mathjs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists and sets of numbers; sets count how often each number is in them, as those of math.js do. */
final class ListFunctions {
    private static final int LONGEST_RANGE = 100_000;

    /** The second 5 of a list is another element than the first. */
    private record Element(double value, int occurrence) {
        boolean in(List<Element> others) {
            return others.stream().anyMatch(it -> it.occurrence == occurrence && Rounding.nearlyEqual(it.value, value));
        }
    }

    private interface SetOperation {
        List<Element> apply(List<Element> left, List<Element> right);
    }

    private ListFunctions() {}

    static Family family() {
        var family = new Family()
                .add("count", 1, 1, arguments ->
                        (double) flat(arguments[0]).items().size())
                .add("size", 1, 1, arguments -> size(flat(arguments[0])))
                .add("range", 2, 3, ListFunctions::range)
                .add("sort", 1, 2, ListFunctions::sort)
                .add("setDistinct", 1, 1, arguments -> distinct(arguments[0]))
                .add("setSize", 1, 1, arguments ->
                        (double) flat(arguments[0]).items().size())
                .add("setIsSubset", 2, 2, arguments -> {
                    var right = elements(arguments[1]);
                    return elements(arguments[0]).stream().allMatch(it -> it.in(right));
                });
        set(family, "setIntersect", (left, right) -> kept(left, right, true));
        set(family, "setDifference", (left, right) -> kept(left, right, false));
        set(family, "setSymDifference", ListFunctions::symmetric);
        set(family, "setUnion", (left, right) -> joined(symmetric(left, right), kept(left, right, true)));
        return family;
    }

    private static void set(Family family, String name, SetOperation operation) {
        family.add(name, 2, 2, arguments -> {
            var result = operation.apply(elements(arguments[0]), elements(arguments[1]));
            boolean matrix = ((Sequence) arguments[0]).matrix() || ((Sequence) arguments[1]).matrix();
            return new Sequence(result.stream().<Object>map(Element::value).toList(), matrix);
        });
    }

    private static List<Element> kept(List<Element> from, List<Element> others, boolean common) {
        return from.stream().filter(it -> it.in(others) == common).toList();
    }

    private static List<Element> symmetric(List<Element> left, List<Element> right) {
        return joined(kept(left, right, false), kept(right, left, false));
    }

    private static List<Element> joined(List<Element> left, List<Element> right) {
        var all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private static List<Element> elements(Object argument) {
        var elements = new ArrayList<Element>();
        for (double number : sorted(argument)) {
            int last = elements.size() - 1;
            boolean again = last >= 0 && Rounding.nearlyEqual(elements.get(last).value, number);
            elements.add(new Element(number, again ? elements.get(last).occurrence + 1 : 0));
        }
        return elements;
    }

    private static Object distinct(Object argument) {
        var found = elements(argument).stream().filter(it -> it.occurrence == 0);
        return new Sequence(found.<Object>map(Element::value).toList(), ((Sequence) argument).matrix());
    }

    private static Object sort(Object[] arguments) {
        var sorted = new ArrayList<Object>(sorted(arguments[0]));
        if (arguments.length == 2) {
            if ("desc".equals(arguments[1])) {
                Collections.reverse(sorted);
            } else if (!"asc".equals(arguments[1])) {
                throw HandOver.toOriginal();
            }
        }
        return new Sequence(sorted, ((Sequence) arguments[0]).matrix());
    }

    /** Empty lists have rules of their own in nearly every function. */
    private static List<Double> sorted(Object argument) {
        var items = flat(argument).items();
        if (items.isEmpty()) {
            throw HandOver.toOriginal();
        }
        var numbers = new ArrayList<Double>();
        for (var item : items) {
            if (!(item instanceof Double number) || number.isNaN()) {
                throw HandOver.toOriginal();
            }
            numbers.add(number);
        }
        Collections.sort(numbers);
        return numbers;
    }

    private static Sequence flat(Object argument) {
        if (argument instanceof Sequence sequence && sequence.flat()) {
            return sequence;
        }
        throw HandOver.toOriginal();
    }

    private static Object size(Sequence sequence) {
        return new Sequence(List.of((double) sequence.items().size()), sequence.matrix());
    }

    private static Object range(Object[] arguments) {
        for (var argument : arguments) {
            if (!(argument instanceof Double)) {
                throw HandOver.toOriginal();
            }
        }
        return range((Double) arguments[0], (Double) arguments[1], arguments.length == 3 ? (Double) arguments[2] : 1);
    }

    /** With both ends, as ranges in expressions are. */
    static Sequence range(double start, double end, double step) {
        if (Rounding.nearlyEqual(step, 0)) {
            throw MathFailure.error("Step must be non-zero");
        }
        if (!(Math.abs((end - start) / step) < LONGEST_RANGE)) {
            throw HandOver.toOriginal();
        }
        var items = new ArrayList<Object>();
        int beyond = step > 0 ? 1 : -1;
        for (double x = start; Rounding.compare(x, end) != beyond; x += step) {
            items.add(x);
        }
        return Sequence.matrix(items);
    }
}
