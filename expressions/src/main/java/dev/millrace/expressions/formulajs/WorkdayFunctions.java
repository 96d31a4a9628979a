package dev.millrace.expressions.formulajs;

import static dev.millrace.expressions.formulajs.Undefined.UNDEFINED;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counting working days. */
final class WorkdayFunctions {
    private static final double MILLIS_PER_DAY = 86400000;
    private static final int FIRST_YEAR = 1900;
    private static final Pattern MASK = Pattern.compile("[0|1]{7}");

    private WorkdayFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("NETWORKDAYS", args -> between(args, 1.0, args.get(2)));
        functions.put("NETWORKDAYS.INTL", args -> between(args, args.get(2), args.get(3)));
        functions.put("NETWORKDAYSINTL", functions.get("NETWORKDAYS.INTL"));
        functions.put("WORKDAY", args -> after(args, 1.0, args.get(2)));
        functions.put("WORKDAY.INTL", args -> after(args, args.get(2), args.get(3)));
        functions.put("WORKDAYINTL", functions.get("WORKDAY.INTL"));
    }

    private static Object between(Arguments args, Object weekendType, Object holidays) {
        ZoneId zone = args.zone();
        Object first = Parsing.date(args.get(0), zone);
        Object last = Parsing.date(args.get(1), zone);
        FormulaError error = Arguments.firstError(first, last);
        if (error != null) {
            return error;
        }
        Set<Integer> weekend = weekend(weekendType, true);
        if (weekend == null) {
            return FormulaError.VALUE;
        }
        Object free = holidays(holidays, zone);
        if (!(free instanceof Set<?> freeDays)) {
            return free;
        }
        double span = ((JsDate) last).millis() - ((JsDate) first).millis();
        double days = Rounding.round(span / MILLIS_PER_DAY) + 1;
        return Double.isNaN(days) ? days : days - freeBetween((JsDate) first, days, weekend, freeDays, args.frame());
    }

    private static double freeBetween(JsDate first, double days, Set<Integer> weekend, Set<?> freeDays, Frame frame) {
        // West of Greenwich the original takes the day of the week from UTC.
        boolean west = frame.zone().getRules().getOffset(frame.now()).getTotalSeconds() < 0;
        LocalDate start = first.in(frame.zone()).toLocalDate();
        double free = 0;
        for (long i = 0; i < days; i++) {
            frame.step();
            LocalDate day = start.plusDays(i);
            int dayOfWeek = west
                    ? DateFunctions.dayOfWeek(first.onDay(day, frame.zone()), ZoneOffset.UTC)
                    : day.getDayOfWeek().getValue() % 7;
            free += weekend.contains(dayOfWeek) || freeDays.contains(day) ? 1 : 0;
        }
        return free;
    }

    private static Object after(Arguments args, Object weekendType, Object holidays) {
        ZoneId zone = args.zone();
        Object start = Parsing.date(args.get(0), zone);
        Object count = start instanceof FormulaError ? start : Parsing.number(args.get(1));
        if (count instanceof FormulaError) {
            return count;
        }
        Set<Integer> weekend = weekend(weekendType, false);
        if (weekend == null) {
            return FormulaError.VALUE;
        }
        Object free = holidays(holidays, zone);
        if (!(free instanceof Set<?> freeDays)) {
            return free;
        }
        if (((JsDate) start).invalid()) {
            throw NotNative.SIGNAL;
        }
        LocalDate day = step(((JsDate) start).in(zone).toLocalDate(), (Double) count, weekend, freeDays, args.frame());
        return day.getYear() < FIRST_YEAR ? FormulaError.VALUE : ((JsDate) start).onDay(day, zone);
    }

    private static LocalDate step(LocalDate start, double count, Set<Integer> weekend, Set<?> free, Frame frame) {
        LocalDate day = start;
        int direction = (int) Math.signum(count);
        double done = 0;
        while (done < Math.abs(count)) {
            frame.step();
            day = day.plusDays(direction);
            boolean working = !weekend.contains(day.getDayOfWeek().getValue() % 7) && !free.contains(day);
            done += working ? 1 : 0;
        }
        return day;
    }

    /** The days of the week (0 is Sunday) that are free, or null for an unknown type. */
    private static Set<Integer> weekend(Object type, boolean masks) {
        if (type == UNDEFINED) {
            return Set.of(6, 0);
        }
        if (type instanceof String text && masks && MASK.matcher(text).matches()) {
            var days = new HashSet<Integer>();
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '1') {
                    days.add((i + 1) % 7);
                }
            }
            return days;
        }
        if (type instanceof Double number && number == Math.rint(number)) {
            return numbered(number.intValue());
        }
        throw NotNative.SIGNAL;
    }

    private static Set<Integer> numbered(int type) {
        if (type == 0) {
            return Set.of();
        }
        if (type >= 1 && type <= 7) {
            return Set.of((type + 5) % 7, (type + 6) % 7);
        }
        return type >= 11 && type <= 17 ? Set.of(type - 11) : null;
    }

    private static Object holidays(Object given, ZoneId zone) {
        var days = new HashSet<LocalDate>();
        List<?> list = given instanceof List<?> several ? several : given == UNDEFINED ? List.of() : singleton(given);
        for (Object holiday : list) {
            Object parsed = Parsing.date(holiday, zone);
            if (parsed instanceof FormulaError) {
                return parsed;
            }
            if (!((JsDate) parsed).invalid()) {
                days.add(((JsDate) parsed).in(zone).toLocalDate());
            }
        }
        return days;
    }

    private static List<?> singleton(Object value) {
        return java.util.Collections.singletonList(value);
    }
}
