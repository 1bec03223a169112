package app.rotina.access;

import app.rotina.state.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret of one running server that its command line shows; new at every start. */
public record LocalToken(String secret) {

    public static LocalToken random() {
        return new LocalToken(Secrets.token());
    }

    boolean is(String shown) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
