/**
 * Paper: a finished XHTML page becomes a PDF with our font and our drawings as vectors. Knows nothing of what stands on the
 * page, nor of Spring, the database or a request.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
package org.sanfen.paper;
