package app.rotina.sample;

/** One day while it is written: its plan, prices and tastes, and the ids handed out so far. */
final class ShopDay {
    private final Plan.Day plan;
    private final int[] offers;
    private final Weighted<Sku> tastes;
    private int registered;
    private int orders;

    ShopDay(Plan.Day plan, int[] offers, Weighted<Sku> tastes) {
        this.plan = plan;
        this.offers = offers;
        this.tastes = tastes;
    }

    Plan.Day plan() {
        return plan;
    }

    int index() {
        return plan.index();
    }

    int percentOff(Sku sku) {
        return offers[sku.index()];
    }

    Sku taste(Draws draws) {
        return tastes.pick(draws);
    }

    /** Whether somebody new can still register. */
    boolean hasRegistrations() {
        return registered < plan.registrations();
    }

    long register() {
        return plan.customersBefore() + registered++;
    }

    DayId nextOrder() {
        return new DayId(plan.index(), ++orders);
    }
}
