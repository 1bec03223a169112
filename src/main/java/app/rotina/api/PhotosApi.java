package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Photos;
import app.rotina.state.Attachment;
import app.rotina.state.Attachments;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Photos that people took for a check, by a day of the period that they are of. */
@RestController
@RequestMapping("/api/stores/{store}/routine/{check}/photos/{date}")
class PhotosApi {
    private final Photos photos;
    private final Audit audit;

    PhotosApi(Photos photos, Audit audit) {
        this.photos = photos;
        this.audit = audit;
    }

    /** A photo, without its content. */
    record PhotoCard(long id, String name, long size, String by, Instant at) {
        static PhotoCard of(Attachment one) {
            return new PhotoCard(one.id(), one.name(), one.size(), one.who(), one.at());
        }
    }

    @GetMapping
    @Access(Role.VIEWER)
    List<PhotoCard> all(Store store, @PathVariable String check, @PathVariable LocalDate date) {
        return photos.of(store, check, date).stream().map(PhotoCard::of).toList();
    }

    /** Keeps the JPEG or PNG that the request consists of. */
    @PutMapping
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    PhotoCard keep(
            Caller caller,
            Store store,
            @PathVariable String check,
            @PathVariable LocalDate date,
            @RequestParam String name,
            InputStream content) {
        Attachment kept =
                photos.keep(
                        store,
                        new Photos.About(check, date, name),
                        Attachments.read(content, name),
                        caller.name());
        audit.note(caller.name(), store.id(), "check.photo", kept.id() + " " + check);
        return PhotoCard.of(kept);
    }

    /** The photo itself. */
    @GetMapping("/{photo}")
    @Access(Role.VIEWER)
    @Download("image/jpeg")
    ResponseEntity<byte[]> one(
            Store store,
            @PathVariable String check,
            @PathVariable LocalDate date,
            @PathVariable long photo) {
        Attachment kept = photos.of(store, check, date, photo);
        return AttachmentAnswer.of(kept, photos.content(kept));
    }

    @DeleteMapping("/{photo}")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            Store store,
            @PathVariable String check,
            @PathVariable LocalDate date,
            @PathVariable long photo) {
        photos.remove(store, check, date, photo);
        audit.note(caller.name(), store.id(), "check.photo_remove", photo + " " + check);
    }

    /** Brings back a photo that was removed within a week. */
    @PostMapping("/{photo}/restoration")
    @Access(Role.MEMBER)
    PhotoCard restore(
            Caller caller,
            Store store,
            @PathVariable String check,
            @PathVariable LocalDate date,
            @PathVariable long photo) {
        Attachment back = photos.restore(store, check, date, photo);
        audit.note(caller.name(), store.id(), "check.photo_restore", photo + " " + check);
        return PhotoCard.of(back);
    }
}
