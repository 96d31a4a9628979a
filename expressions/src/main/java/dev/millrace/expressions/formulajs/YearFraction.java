package dev.millrace.expressions.formulajs;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;

/** YEARFRAC: the time between two dates in years, by one of the five bases. */
final class YearFraction {
    private static final double MILLIS_PER_DAY = 86400000;

    private YearFraction() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("YEARFRAC", args -> of(args.get(0), args.get(1), args.get(2), args.zone()));
    }

    static Object of(Object start, Object end, Object basis, ZoneId zone) {
        Object from = Parsing.date(start, zone);
        if (!(from instanceof JsDate first)) {
            return from;
        }
        Object to = Parsing.date(end, zone);
        if (!(to instanceof JsDate last)) {
            return to;
        }
        if (first.invalid() || last.invalid()) {
            return Double.NaN;
        }
        double method = Coercion.truthy(basis) ? (basis instanceof Double number ? number : -1) : 0;
        if (method == 0 || method == 4) {
            return thirty360(first.in(zone).toLocalDate(), last.in(zone).toLocalDate(), method == 0);
        }
        double days = Math.ceil((last.millis() - first.millis()) / 1000 / 60 / 60 / 24);
        if (method == 1) {
            return days / yearLength(first, last, zone);
        }
        return method == 2 ? (Object) (days / 360) : method == 3 ? (Object) (days / 365) : Undefined.UNDEFINED;
    }

    private static double thirty360(LocalDate start, LocalDate end, boolean american) {
        double first = american && start.getDayOfMonth() == 31 ? 30 : start.getDayOfMonth();
        boolean lastToThirty = american && end.getDayOfMonth() == 31 && start.getDayOfMonth() >= 30;
        double last = lastToThirty ? 30 : end.getDayOfMonth();
        return (last
                        + end.getMonthValue() * 30
                        + end.getYear() * 360.0
                        - (first + start.getMonthValue() * 30 + start.getYear() * 360.0))
                / 360;
    }

    private static double yearLength(JsDate first, JsDate last, ZoneId zone) {
        LocalDate start = first.in(zone).toLocalDate();
        LocalDate end = last.in(zone).toLocalDate();
        boolean withinAYear = start.getYear() == end.getYear()
                || (start.getYear() + 1 == end.getYear() && !end.withYear(2000).isAfter(start.withYear(2000)));
        if (withinAYear) {
            boolean leap = (start.getYear() == end.getYear() && Year.isLeap(start.getYear()))
                    || leapDayBetween(start, end)
                    || (end.getMonthValue() == 1 && end.getDayOfMonth() == 29);
            return leap ? 366 : 365;
        }
        double firstDay = JsDate.ofDay(start.getYear(), 0, 1, zone).millis();
        double behindLast = JsDate.ofDay(end.getYear() + 1.0, 0, 1, zone).millis();
        return (behindLast - firstDay) / MILLIS_PER_DAY / (end.getYear() - start.getYear() + 1);
    }

    private static boolean leapDayBetween(LocalDate start, LocalDate end) {
        return around(start.getYear(), start, end) || around(end.getYear(), start, end);
    }

    private static boolean around(int year, LocalDate start, LocalDate end) {
        LocalDate march = LocalDate.of(year, 3, 1);
        return Year.isLeap(year) && start.isBefore(march) && !end.isBefore(march);
    }
}
