package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;

import java.util.function.Consumer;

/** Reports of guests whose owner signed no ID block, and what such reports cannot say. */
final class SevSnpIdBlockRecipes {

  private static final String BARE = "base.v3-genoa-bare";

  private final VectorFile<SevSnpCase> file;
  private final SevSnpCase base;

  SevSnpIdBlockRecipes(VectorFile<SevSnpCase> file, SevSnpBases bases) {
    this.file = file;
    this.base = bases.v3Genoa();
  }

  void add() {
    file.base(
        BARE,
        SevSnpRules.ID_BLOCK,
        "No ID block: family, image, version of the guest, keys and author are zero.",
        base.resigned(SevSnpIdBlockRecipes::bare));
    refused("family", "There is a family, and nobody signed it.", raw -> raw.flip(FAMILY_ID, 0));
    refused(
        "image",
        "The last octet of the image's name is one, and nobody signed it.",
        raw -> raw.flip(IMAGE_ID + 15, 0));
    refused(
        "guest-svn",
        "The guest has a version, and nobody signed it.",
        raw -> raw.u32(GUEST_SVN, 1));
    refused("author", "An author is announced, and no ID key.", raw -> raw.flip(KEY_INFO, 0));
    file.refused(
        "base.v3-genoa",
        "id-block.key-absent",
        SevSnpRules.ID_BLOCK,
        "The ID key digest is zero: nobody signed what the guest says it is.",
        scene -> scene.resigned(raw -> raw.fill(ID_KEY_DIGEST, 48, 0)));
  }

  private static Raw bare(Raw raw) {
    return raw.u32(GUEST_SVN, 0)
        .fill(FAMILY_ID, 16, 0)
        .fill(IMAGE_ID, 16, 0)
        .u32(KEY_INFO, raw.at(KEY_INFO) & ~1)
        .fill(ID_KEY_DIGEST, 48, 0)
        .fill(AUTHOR_KEY_DIGEST, 48, 0);
  }

  private void refused(String id, String comment, Consumer<Raw> change) {
    file.refused(
        BARE,
        "id-block." + id + "-without",
        SevSnpRules.ID_BLOCK,
        comment,
        scene -> scene.resigned(change));
  }
}
