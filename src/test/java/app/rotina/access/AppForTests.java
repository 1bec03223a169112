package app.rotina.access;

import java.time.Instant;

/** An authenticator app: it knows a secret as it is typed, and shows the code of a moment. */
public record AppForTests(String secret) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public String code(Instant at) {
        return Totp.code(bytes(), Totp.step(at));
    }

    private byte[] bytes() {
        String letters = secret.replace(" ", "");
        byte[] bytes = new byte[letters.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int letter = ALPHABET.indexOf(letters.charAt(bit / 5));
            if ((letter >> (4 - bit % 5) & 1) == 1) {
                bytes[bit / 8] |= (byte) (1 << (7 - bit % 8));
            }
        }
        return bytes;
    }
}
