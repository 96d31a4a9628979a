package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Making dates and taking them apart. Local time is the zone of the evaluator. */
final class DateFunctions {
    private static final double SECONDS_PER_DAY = 86400;
    private static final int[][] WEEKDAYS = {
        {},
        {1, 2, 3, 4, 5, 6, 7},
        {7, 1, 2, 3, 4, 5, 6},
        {6, 0, 1, 2, 3, 4, 5},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {7, 1, 2, 3, 4, 5, 6},
        {6, 7, 1, 2, 3, 4, 5},
        {5, 6, 7, 1, 2, 3, 4},
        {4, 5, 6, 7, 1, 2, 3},
        {3, 4, 5, 6, 7, 1, 2},
        {2, 3, 4, 5, 6, 7, 1},
        {1, 2, 3, 4, 5, 6, 7},
    };

    private DateFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("DATE", DateFunctions::date);
        functions.put("DATEVALUE", DateFunctions::dateValue);
        functions.put("TIME", DateFunctions::time);
        functions.put("TIMEVALUE", DateFunctions::timeValue);
        functions.put("NOW", args -> JsDate.of(args.frame().now()));
        functions.put("TODAY", args -> JsDate.of(args.frame().now()).startOfDay(args.zone()));
        functions.put("YEAR", args -> field(args, ZonedDateTime::getYear));
        functions.put("MONTH", args -> field(args, ZonedDateTime::getMonthValue));
        functions.put("DAY", args -> field(args, ZonedDateTime::getDayOfMonth));
        functions.put("HOUR", args -> field(args, ZonedDateTime::getHour));
        functions.put("MINUTE", args -> field(args, ZonedDateTime::getMinute));
        functions.put("SECOND", args -> field(args, ZonedDateTime::getSecond));
        functions.put("WEEKDAY", DateFunctions::weekday);
    }

    private static Object field(Arguments args, ToIntFunction<ZonedDateTime> field) {
        return Parsing.date(args.get(0), args.zone()) instanceof JsDate date
                ? (Object) field(date, args.zone(), field)
                : Parsing.date(args.get(0), args.zone());
    }

    /** NaN for an invalid date, as JavaScript's getters. */
    static double field(JsDate date, ZoneId zone, ToIntFunction<ZonedDateTime> field) {
        return date.invalid() ? Double.NaN : field.applyAsInt(date.in(zone));
    }

    private static Object date(Arguments args) {
        boolean numbers = Parsing.number(args.get(0)) instanceof Double
                && Parsing.number(args.get(1)) instanceof Double
                && Parsing.number(args.get(2)) instanceof Double;
        if (!numbers) {
            return FormulaError.VALUE;
        }
        double month = (Double) Parsing.number(args.get(1)) - 1;
        return JsDate.ofDay(
                (Double) Parsing.number(args.get(0)), month, (Double) Parsing.number(args.get(2)), args.zone());
    }

    private static Object dateValue(Arguments args) {
        return args.get(0) instanceof String text ? DateText.parse(text, args.zone()) : FormulaError.VALUE;
    }

    private static Object time(Arguments args) {
        boolean numbers = Parsing.number(args.get(0)) instanceof Double
                && Parsing.number(args.get(1)) instanceof Double
                && Parsing.number(args.get(2)) instanceof Double;
        if (!numbers) {
            return FormulaError.VALUE;
        }
        double hours = (Double) Parsing.number(args.get(0));
        double minutes = (Double) Parsing.number(args.get(1));
        double seconds = (Double) Parsing.number(args.get(2));
        boolean negative = hours < 0 || minutes < 0 || seconds < 0;
        return negative ? FormulaError.NUM : (Object) ((3600 * hours + 60 * minutes + seconds) / SECONDS_PER_DAY);
    }

    private static Object timeValue(Arguments args) {
        Object parsed = Parsing.date(args.get(0), args.zone());
        return parsed instanceof JsDate date
                ? (Object) (field(date, args.zone(), time -> time.toLocalTime().toSecondOfDay()) / SECONDS_PER_DAY)
                : parsed;
    }

    private static Object weekday(Arguments args) {
        Object parsed = Parsing.date(args.get(0), args.zone());
        if (!(parsed instanceof JsDate date)) {
            return parsed;
        }
        double type = args.or(1, 1.0) instanceof Double number ? number : -1;
        boolean known = type >= 0 && type < WEEKDAYS.length && type == Math.rint(type);
        if (!known) {
            throw NotNative.SIGNAL;
        }
        int[] days = WEEKDAYS[(int) type];
        return date.invalid() || days.length == 0 ? UNDEFINED : (Object) (double) days[dayOfWeek(date, args.zone())];
    }

    /** 0 is Sunday. */
    static int dayOfWeek(JsDate date, ZoneId zone) {
        return date.in(zone).getDayOfWeek().getValue() % 7;
    }
}
