package app.rotina;

public final class Rotina {
    public static void main(String[] a) {}
}
