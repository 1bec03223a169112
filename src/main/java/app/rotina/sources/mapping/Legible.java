package app.rotina.sources.mapping;

import app.rotina.sources.mapping.Expression.Arithmetic;
import app.rotina.sources.mapping.Expression.Concatenation;
import app.rotina.sources.mapping.Expression.Constant;
import app.rotina.sources.mapping.Expression.First;
import app.rotina.sources.mapping.Expression.Magnitude;
import app.rotina.sources.mapping.Expression.Negation;
import app.rotina.sources.mapping.Expression.Part;
import app.rotina.sources.mapping.Expression.Reference;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a refused record can still be read.
 *
 * @param group what it is delivered together with, such as its order; absence: nobody can be
 *     certain
 * @param control its part of the control total; absence: it cannot be read
 */
public record Legible(@Nullable String group, @Nullable BigDecimal control) {

    /**
     * The slot with a record's group, where it is the right one or nothing however much of the
     * record cannot be read: it is a cell, or put together of cells. Below 0: there is none.
     */
    static int groupSlot(FileProfile file) {
        for (int slot = 0; slot < file.slots().size(); slot++) {
            if (file.slots().get(slot).name().equals(file.group())) {
                return isCertain(file, slot) ? slot : -1;
            }
        }
        return -1;
    }

    private static boolean isCertain(FileProfile file, int slot) {
        List<Expression> made = made(file, slot).toList();
        return isCell(file, slot) || (made.size() == 1 && isOfCells(file, made.getFirst()));
    }

    private static boolean isCell(FileProfile file, int slot) {
        return file.columns().stream().anyMatch(column -> column.slot() == slot)
                && made(file, slot).findAny().isEmpty();
    }

    private static Stream<Expression> made(FileProfile file, int slot) {
        return file.steps().stream()
                .flatMap(Legible::assigns)
                .filter(assign -> assign.slot() == slot)
                .map(Step.Assign::value);
    }

    private static Stream<Step.Assign> assigns(Step step) {
        return switch (step) {
            case Step.Assign assign -> Stream.of(assign);
            case Step.Decide decide ->
                    decide.rules().stream().flatMap(rule -> rule.sets().stream());
        };
    }

    private static boolean isOfCells(FileProfile file, Expression value) {
        return switch (value) {
            case Constant _ -> true;
            case Reference other -> isCell(file, other.slot());
            case Concatenation texts -> texts.of().stream().allMatch(each -> isOfCells(file, each));
            case Arithmetic _, Negation _, Magnitude _, First _, Part _ -> false;
        };
    }
}
