/**
 * Pictures that people send: bytes come in, a small JPEG of nothing but pixels goes out, or a reason why not. Bounded in
 * memory whatever a file claims. {@code upkeep} takes photos of reports through it, {@code directory} those of points. Pure:
 * neither Spring nor SQL nor HTTP; uses nothing of the other packages.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Photos",
        allowedDependencies = {})
package org.sanfen.photo;
