package app.rotina.insight.customers;

/** What a customer's repeat purchases were worth on average; zero without repeats. */
public record Spend(int repeats, double mean) {}
