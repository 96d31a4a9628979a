export function WelcomeTour() {
  return null;
}
