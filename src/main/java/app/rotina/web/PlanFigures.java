package app.rotina.web;

import app.rotina.report.SheetColumn;
import app.rotina.report.SheetModel;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Figures of a planning sheet as a person reads and types them: with groups, without a currency.
 */
record PlanFigures(Words words, SheetModel model) {

    String text(SheetColumn column, Optional<BigDecimal> value) {
        return value.map(one -> text(column, one)).orElse("");
    }

    private String text(SheetColumn column, BigDecimal value) {
        return switch (column.unit()) {
            case MONEY, COUNT -> words.decimal(value, model.decimals(column.unit()));
            case SHARE -> words.percent(value, 2);
            case MULTIPLE -> words.decimal(value, 2);
        };
    }
}
