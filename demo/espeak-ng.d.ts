/** The part of it that the demo uses; the package has no types of its own. */
declare module 'espeak-ng' {
  interface Files {
    writeFile(path: string, text: string): void
    readFile(path: string): Uint8Array
  }
  interface Options {
    arguments: string[]
    preRun?: ((module: { FS: Files }) => void)[]
    print?: (line: string) => void
    printErr?: (line: string) => void
    quit?: (status: number, reason: unknown) => void
  }
  export default function ESpeakNg(options: Options): Promise<{ FS: Files }>
}
