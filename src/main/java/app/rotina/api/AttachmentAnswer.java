package app.rotina.api;

import app.rotina.state.Attachment;
import app.rotina.state.AttachmentKind;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An attached file as it is handed out: pictures and PDF to be shown, anything else to be kept; a
 * browser neither guesses what it is nor runs anything in it.
 */
public final class AttachmentAnswer {
    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    /** Browsers show no PDF in a sandbox: their viewer is an object, and has one of its own. */
    private static final String PDF =
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'self';"
                    + " frame-ancestors 'none'";

    private AttachmentAnswer() {}

    public static ResponseEntity<byte[]> of(Attachment file, byte[] content) {
        ContentDisposition.Builder disposition =
                file.kind().shown() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy(file.kind()))
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static String policy(AttachmentKind kind) {
        return kind == AttachmentKind.PDF ? PDF : NOTHING_RUNS;
    }
}
