package dev.millrace.expressions.formulajs;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods each kind of value has natively. */
final class Methods {
    /** A method with what it is called on. */
    @FunctionalInterface
    interface Method<T> {
        Object call(T receiver, Arguments arguments);
    }

    private static final Map<String, Method<String>> TEXT = new HashMap<>();
    private static final Map<String, Method<List<Object>>> LIST = new HashMap<>();
    private static final Map<String, Method<Double>> NUMBER = new HashMap<>();
    private static final Map<String, Method<JsDate>> DATE = new HashMap<>();
    private static final Set<String> NAMES = new HashSet<>();

    static {
        TextMethods.addTo(TEXT);
        ListMethods.addTo(LIST);
        CallbackMethods.addTo(LIST);
        NUMBER.put("toFixed", Methods::toFixed);
        NUMBER.put("toString", Methods::numberText);
        dateMethods();
        List.of(TEXT, LIST, NUMBER, DATE).forEach(methods -> NAMES.addAll(methods.keySet()));
    }

    private Methods() {}

    static boolean isKnown(String name) {
        return NAMES.contains(name);
    }

    @SuppressWarnings("unchecked")
    static Object call(Object receiver, String name, Arguments arguments) {
        if (receiver instanceof String text) {
            return found(TEXT.get(name)).call(text, arguments);
        }
        if (receiver instanceof List<?> list) {
            return found(LIST.get(name)).call((List<Object>) list, arguments);
        }
        if (receiver instanceof Double number) {
            return found(NUMBER.get(name)).call(number, arguments);
        }
        if (receiver instanceof JsDate date) {
            return found(DATE.get(name)).call(date, arguments);
        }
        if (Undefined.isNullish(receiver)) {
            throw JavaScriptException.noProperties(receiver, name);
        }
        throw NotNative.SIGNAL;
    }

    private static <T> Method<T> found(Method<T> method) {
        if (method == null) {
            throw NotNative.SIGNAL;
        }
        return method;
    }

    private static Object toFixed(Double number, Arguments args) {
        boolean finite = !number.isNaN() && !number.isInfinite();
        return finite ? NumberFormatFunctions.toFixed(number, Coercion.integer(args.get(0))) : NumberText.of(number);
    }

    private static Object numberText(Double number, Arguments args) {
        if (args.count() > 0) {
            throw NotNative.SIGNAL;
        }
        return NumberText.of(number);
    }

    private static void dateMethods() {
        DATE.put("getTime", (date, args) -> date.millis());
        DATE.put("valueOf", (date, args) -> date.millis());
        DATE.put("getFullYear", (date, args) -> DateFunctions.field(date, args.zone(), ZonedDateTime::getYear));
        DATE.put("getMonth", (date, args) -> DateFunctions.field(date, args.zone(), t -> t.getMonthValue() - 1));
        DATE.put("getDate", (date, args) -> DateFunctions.field(date, args.zone(), ZonedDateTime::getDayOfMonth));
        DATE.put(
                "getDay",
                (date, args) -> DateFunctions.field(
                        date, args.zone(), t -> t.getDayOfWeek().getValue() % 7));
        DATE.put("getHours", (date, args) -> DateFunctions.field(date, args.zone(), ZonedDateTime::getHour));
        DATE.put("getMinutes", (date, args) -> DateFunctions.field(date, args.zone(), ZonedDateTime::getMinute));
        DATE.put("getSeconds", (date, args) -> DateFunctions.field(date, args.zone(), ZonedDateTime::getSecond));
        DATE.put("toISOString", Methods::isoText);
    }

    private static Object isoText(JsDate date, Arguments args) {
        if (date.invalid()) {
            throw new JavaScriptException("RangeError", "Expected a valid date for toISOString, but it is invalid");
        }
        return date.isoText();
    }
}
